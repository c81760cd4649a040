import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { findLastSuccess } from '../../../../electron/store/checks/find-last-success.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { findTurn } from '../../../../electron/transfer/find-turn.ts';
import type { Check } from '../../../../shared/check/check.ts';
import { fillOptions } from '../../../../shared/check/options.ts';
import { compareChecks } from '../../../../shared/history/compare-checks.ts';
import { describeComparison } from '../../../../shared/text/describe-comparison.ts';
import { english } from '../../../../shared/text/english.ts';
import { makeCertificates, type Certificates, type Identity } from '../../../support/certificates.ts';
import { openForTest } from '../open-for-test.ts';

const run = promisify(execFile);
const never = new AbortController().signal;
const HOUR_MS = 3_600_000;

let folder = '';
let certificates: Certificates;
/** Self-signed, and valid from now: what somebody puts in who renews by hand. */
let renewed: Identity;
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonde-compare-'));
  certificates = await makeCertificates({ folder, names: ['localhost'], addresses: [] });
  renewed = { keyPath: join(folder, 'renewed.key'), chainPath: join(folder, 'renewed.pem') };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', renewed.keyPath];
  const forName = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  await run('openssl', ['req', '-x509', '-days', '90', ...key, ...forName, '-out', renewed.chainPath]);
  // OpenSSL's own name for the system's store: the test authority is the system's for this process only.
  process.env['SSL_CERT_FILE'] = certificates.authorityPath;
});

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

afterAll(async () => {
  delete process.env['SSL_CERT_FILE'];
  await rm(folder, { recursive: true });
});

async function serve({ keyPath, chainPath }: Identity, address: string, port = 0): Promise<number> {
  const [key, cert] = await Promise.all([readFile(keyPath), readFile(chainPath)]);
  const server = createServer({ key, cert }, (socket) => socket.on('error', () => undefined));
  server.on('tlsClientError', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return (server.address() as AddressInfo).port;
}

/** Really made now, and dated by the test. */
async function checkAt(address: string, port: number, startedAtMs: number): Promise<Check> {
  // Loaded late, because it reads the system's authorities when it is loaded.
  const { finishCheck } = await import('../../../../electron/checks/run-check.ts');
  const check = await finishCheck({ host: 'localhost', port, transport: 'tcp' }, fillOptions({ tls: 'on', address }), never);
  return { ...check, startedAtMs };
}

/** What the window and `sonde compare` say of a failure when nothing is chosen to compare it with. */
async function compareWithLastSuccess(store: Store, id: number): Promise<{ readonly outcome: string; readonly changes: string }> {
  const success = findLastSuccess(store, id);
  if (success.kind !== 'read' || success.value === null) throw new Error('It worked before.');
  const [older, newer] = [readWhole(store, success.value), readWhole(store, id)];
  const { port, transport } = newer.target;
  const { firstFailedAtMs } = await findTurn(store, { hostId: 1, endpoint: { port, transport }, atMs: newer.startedAtMs }, never);
  const { outcome, changes } = describeComparison(compareChecks({ older, newer }), { firstFailedAtMs }, english);
  return { outcome, changes: changes.replaceAll('\u00a0', ' ') };
}

function readWhole(store: Store, id: number): Check {
  const reading = readCheck(store, id);
  if (reading.kind !== 'read' || reading.value === null) throw new Error(`Check ${id} is not there.`);
  return reading.value;
}

test('a failure is compared with the last success: the address that moved, and how long before the first failure the certificate was renewed', async () => {
  const port = await serve(certificates.good, '127.0.0.96');
  await serve(renewed, '127.0.0.97', port);
  const nowMs = Date.now();
  const worked = await checkAt('127.0.0.96', port, nowMs - 24 * HOUR_MS);
  const failed = await checkAt('127.0.0.97', port, nowMs + 2 * HOUR_MS);
  expect([worked.outcome, failed.outcome]).toEqual(['succeeded', 'tls_failed']);
  const store = openForTest();
  saveChecks(store, [
    { ...worked, startedAtMs: nowMs - 48 * HOUR_MS },
    worked,
    failed,
    { ...failed, startedAtMs: nowMs + 3 * HOUR_MS },
    { ...failed, startedAtMs: nowMs + 30 * HOUR_MS },
  ]);
  for (const id of [3, 4, 5]) {
    const { outcome, changes } = await compareWithLastSuccess(store, id);
    expect(outcome).toBe('TLS failed now, succeeded before.');
    expect(changes).toMatch(/^Resolves to 127\.0\.0\.97 now, was \.96; certificate renewed 2 h before the first failure/u);
  }
});

test('the same certificate at the same address is no change, whenever it failed', async () => {
  const port = await serve(certificates.good, '127.0.0.96');
  const worked = await checkAt('127.0.0.96', port, Date.now() - HOUR_MS);
  servers.at(-1)?.close();
  const failed = await checkAt('127.0.0.96', port, Date.now());
  const store = openForTest();
  saveChecks(store, [worked, failed]);
  expect(await compareWithLastSuccess(store, 2)).toEqual({
    outcome: 'Refused now, succeeded before.',
    changes: 'Nothing else that was seen differs.',
  });
});
