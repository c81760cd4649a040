import { createServer } from 'node:net';
import * as v from 'valibot';
import { expect, test } from 'vitest';

import { finishCheck } from '../../../electron/checks/run-check.ts';
import { sweepRange } from '../../../electron/checks/sweep-range.ts';
import { checkSchema, type Check } from '../../../shared/check/check.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { collect } from '../../support/collect.ts';
import { listenOnLoopback, type LoopbackServer } from '../../support/loopback.ts';

const workerFile = new URL('../../../electron/checks/sweep-worker.ts', import.meta.url);
const never = new AbortController().signal;
const options = fillOptions({ connectOnly: true, timeoutMs: 2_000 });

test('what did not connect is only counted where no documents are wanted', async () => {
  const { port } = await listenApart();
  const ports = { first: port - 10, last: port };
  const batches = await collect(sweepRange({ host: '127.0.0.1', ports, options, tellsAll: false, workerFile }, never));
  const checks = batches.flatMap((batch) => batch.checks);
  const counts = batches.flatMap(({ counted }) => [...counted]);
  expect(checks.map(({ target }) => target.port)).toContain(port);
  expect(checks.length + counts.reduce((sum, [, count]) => sum + count, 0)).toBe(11);
  expect(new Set(counts.map(([outcome]) => outcome))).toEqual(new Set(['refused']));
});

async function sweepAll(host: string, ports: { readonly first: number; readonly last: number }, signal = never): Promise<readonly Check[]> {
  return (await collect(sweepRange({ host, ports, options, tellsAll: true, workerFile }, signal))).flatMap(({ checks }) => checks);
}

test('a sweep tells of every port once, and finds the open one', async () => {
  const { port, sockets } = await listenApart();
  const ports = { first: Math.max(1, port - 3_000), last: Math.min(65_535, port + 3_000) };
  const checks = await sweepAll('127.0.0.1', ports);
  expect(checks.map(({ target }) => target.port).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: ports.last - ports.first + 1 }, (_, index) => ports.first + index),
  );
  expect(checks.find(({ target }) => target.port === port)).toMatchObject({
    outcome: 'succeeded',
    failure: null,
    addresses: [{ localAddress: '127.0.0.1' }],
  });
  await expect.poll(() => sockets.length).toBe(1);
});

test('each check of a sweep is the document a check of that port alone brings', async () => {
  const { port } = await listenApart();
  const checks = await sweepAll('127.0.0.1', { first: port - 2, last: port });
  for (const check of checks) {
    const alone = await finishCheck(check.target, options, never);
    expect(v.parse(checkSchema, check)).toEqual(check);
    expect(withoutTimes(check)).toEqual(withoutTimes(alone));
  }
});

test('a name is resolved once, and each of its addresses is dialled at every port', async () => {
  const checks = await sweepAll('localhost', { first: 2, last: 6 });
  const [first] = checks;
  expect(first?.resolution?.source).toBe('hosts_file');
  for (const check of checks)
    expect(check.addresses.map(({ address }) => address)).toEqual(first?.resolution?.addresses.map(({ address }) => address));
  expect(checks).toHaveLength(5);
});

test('aborting ends a sweep soon, with what was done', async () => {
  const stop = new AbortController();
  const checks: Check[] = [];
  for await (const batch of sweepRange(
    { host: '127.0.0.1', ports: { first: 1, last: 65_535 }, options, tellsAll: true, workerFile },
    stop.signal,
  )) {
    checks.push(...batch.checks);
    if (checks.length > 1) stop.abort();
  }
  expect(checks.length).toBeLessThan(60_000);
});

function withoutTimes(check: Check): unknown {
  return JSON.parse(JSON.stringify(check, (key, value: unknown) => (/Ms$/u.test(key) ? 0 : value)));
}

/** A server below the ports the system gives out by itself, so that no other test comes and goes at the ports beside it. */
function listenApart(): Promise<LoopbackServer> {
  return listenOnLoopback((socket) => socket.resume(), createServer, 21_000 + Math.floor(Math.random() * 8_000));
}
