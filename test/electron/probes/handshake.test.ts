import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Handshaken } from '../../../electron/probes/handshake.ts';
import { makeCertificates, type Certificates, type Identity } from '../../support/certificates.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;
let folder = '';
let certificates: Certificates;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonde-handshake-'));
  certificates = await makeCertificates({ folder, names: ['web1.example.net'], addresses: ['127.0.0.1'] });
  // OpenSSL's own name for the system's store: the test authority is the system's for this process only.
  process.env['SSL_CERT_FILE'] = certificates.authorityPath;
});

afterAll(async () => {
  delete process.env['SSL_CERT_FILE'];
  await rm(folder, { recursive: true });
});

async function shake(port: number, host = 'web1.example.net', timeoutMs = 5_000): Promise<Handshaken> {
  // Loaded late, because it reads the system's authorities when it is loaded.
  const { shakeHands } = await import('../../../electron/probes/handshake.ts');
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const shaken = await shakeHands({ socket, host, alpn: ['http/1.1'], timeoutMs }, never);
  if (shaken.kind === 'agreed') shaken.socket.destroy();
  return shaken;
}

async function serve(identity: Identity): Promise<number> {
  const [key, cert] = await Promise.all([readFile(identity.keyPath), readFile(identity.chainPath)]);
  const { port } = await listenOnLoopback(
    () => undefined,
    (handler) => createServer({ key, cert, ALPNProtocols: ['http/1.1'] }, handler),
  );
  return port;
}

test('a good certificate is trusted through the system’s store and shown with its chain and dates', async () => {
  const shaken = await shake(await serve(certificates.good));
  expect(shaken).toMatchObject({
    kind: 'agreed',
    cause: null,
    tls: { version: 'TLSv1.3', alpn: 'http/1.1', serverName: 'web1.example.net', problems: [] },
  });
  if (shaken.kind !== 'agreed') return;
  expect(shaken.tls.chain.length).toBeGreaterThanOrEqual(2);
  expect(shaken.tls.chain[0]).toMatchObject({
    subject: expect.stringContaining('CN=web1.example.net') as string,
    names: ['web1.example.net', '127.0.0.1'],
  });
  expect(shaken.tls.chain[0]?.validToMs).toBeGreaterThan(Date.now());
  expect(shaken.tls.chain[0]?.fingerprintSha256).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/u);
});

test('an address is checked against the addresses of the certificate, and no name is sent', async () => {
  const shaken = await shake(await serve(certificates.good), '127.0.0.1');
  expect(shaken).toMatchObject({ cause: null, tls: { serverName: null } });
});

test.each([
  ['expired', ['tls_expired']],
  ['notYetValid', ['tls_not_yet_valid']],
  ['wrongName', ['tls_wrong_name']],
  ['incompleteChain', ['tls_unknown_authority']],
] as const)('the certificate %s is told as %j without hiding the session', async (quality, problems) => {
  const shaken = await shake(await serve(certificates[quality]));
  expect(shaken).toMatchObject({ kind: 'agreed', cause: { code: problems[0] }, tls: { version: 'TLSv1.3', problems } });
});

test('a self-signed certificate for another name shows both problems', async () => {
  const shaken = await shake(await serve(certificates.selfSigned), 'mail.example.net');
  expect(shaken).toMatchObject({ tls: { problems: ['tls_wrong_name', 'tls_self_signed'] } });
});

test('plain text, a close and silence instead of a handshake are told apart', async () => {
  const plain = await listenOnLoopback((socket) => socket.write('220 mail.example.net ESMTP\r\n'));
  const closing = await listenOnLoopback((socket) => socket.once('data', () => socket.end()));
  const mute = await listenOnLoopback(() => undefined);
  const codes = [];
  for (const { port } of [plain, closing, mute]) codes.push((await shake(port, 'web1.example.net', 300)).cause?.code);
  expect(codes).toEqual(['tls_plain_text_answered', 'tls_closed', 'tls_timed_out']);
});

test('a server without a common protocol version is named', async () => {
  const [key, cert] = await Promise.all([readFile(certificates.good.keyPath), readFile(certificates.good.chainPath)]);
  const { port } = await listenOnLoopback(
    () => undefined,
    (handler) => createServer({ key, cert, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }, handler),
  );
  expect((await shake(port)).cause).toMatchObject({ code: 'tls_no_common_protocol' });
});
