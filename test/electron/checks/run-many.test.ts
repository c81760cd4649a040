import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { createPace } from '../../../electron/checks/pace.ts';
import { CHECKS_AT_ONCE, rateFor, runMany, type CheckToMake, type MadeCheck } from '../../../electron/checks/run-many.ts';
import { fillOptions, type ChosenOptions } from '../../../shared/check/options.ts';
import { collect } from '../../support/collect.ts';
import { closedPort, listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;

function aim(port: number, chosen: ChosenOptions = {}, host = '127.0.0.1'): CheckToMake {
  return { target: { host, port, transport: 'tcp' }, options: fillOptions(chosen) };
}

test('every check is made once, whatever it brings', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end('220 hello\r\n'));
  const closed = await closedPort();
  const checks = [port, closed, port, closed, closed].map((each) => aim(each));
  const made = await collect(runMany({ checks, ratePerSecond: null }, never));
  expect(made.map((one) => one.made)).toHaveLength(5);
  expect(new Set(made.map((one) => one.made))).toEqual(new Set(checks));
  for (const { made: asked, check } of made) expect(check.outcome).toBe(asked.target.port === port ? 'succeeded' : 'refused');
});

test(`no more than ${CHECKS_AT_ONCE} checks are under way at once`, async () => {
  const { port, sockets } = await listenOnLoopback((socket) => socket.resume());
  const checks = Array.from({ length: CHECKS_AT_ONCE + 20 }, () => aim(port, { tls: 'on', timeoutMs: 1_000 }));
  const running = runMany({ checks, ratePerSecond: null }, never);
  await running.next();
  // The first has just ended, so the server has seen the first lot and at most the one that took its place.
  expect(sockets.length).toBeGreaterThanOrEqual(CHECKS_AT_ONCE);
  expect(sockets.length).toBeLessThanOrEqual(CHECKS_AT_ONCE + 1);
  expect(await collect(running)).toHaveLength(checks.length - 1);
});

test('a rate keeps new connections to one host apart', async () => {
  const closed = await closedPort();
  const startedMs = performance.now();
  const made = await collect(runMany({ checks: Array.from({ length: 11 }, () => aim(closed)), ratePerSecond: 50 }, never));
  expect(made).toHaveLength(11);
  // The eleventh starts 10 intervals of 20 ms after the first; timers may be a little early.
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(190);
});

test('hosts do not wait for each other', async () => {
  const pace = createPace(() => 0.1);
  await pace('a.example', never);
  await pace('b.example', never);
  const waiting = new AbortController();
  const second = pace('a.example', waiting.signal).then(() => 'went on');
  expect(await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))])).toBe('waits');
  waiting.abort();
  expect(await second).toBe('went on');
});

test('only this computer itself is dialled without a pace', () => {
  expect(['127.0.0.1', '127.8.9.10', '::1', 'localhost', 'db.localhost'].map((host) => rateFor(host, null))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(
    ['203.0.113.1', 'web1.example.net', '::ffff:203.0.113.1', 'localhost.example.net', '128.0.0.1'].map((host) => rateFor(host, null)),
  ).toEqual([50, 50, 50, 50, 50]);
  expect(rateFor('127.0.0.1', 5)).toBe(5);
});

test('aborting cancels what is under way, tells of it, and starts no more', async () => {
  const stop = new AbortController();
  const { port, sockets } = await listenOnLoopback((socket) => {
    socket.resume();
    if (sockets.length === 3) stop.abort();
  });
  const checks = Array.from({ length: 200 }, () => aim(port, { tls: 'on' }));
  const made: MadeCheck<CheckToMake>[] = [];
  for await (const one of runMany({ checks, ratePerSecond: null }, stop.signal)) made.push(one);
  expect(made.length).toBeLessThanOrEqual(CHECKS_AT_ONCE);
  expect(new Set(made.map(({ check }) => check.outcome))).toEqual(new Set(['cancelled']));
});

test('to stop reading stops the checks, and leaves no socket', async () => {
  const server = createServer((socket) => socket.resume().on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const open = typeof address === 'object' && address !== null ? address.port : 0;
  const checks = [aim(await closedPort()), ...Array.from({ length: 20 }, () => aim(open, { tls: 'on' }))];
  for await (const { check } of runMany({ checks, ratePerSecond: null }, never)) {
    expect(check.outcome).toBe('refused');
    break;
  }
  await expect.poll(() => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0);
});
