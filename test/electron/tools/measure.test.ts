import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { readLocalProxy } from '../../../electron/tools/local-proxy.ts';
import { measure } from '../../../electron/tools/measure.ts';
import { measurementSchema, type Finding, type Measurement, type MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import { closedPort, listenOnLoopback } from '../../support/loopback.ts';

async function finish(
  request: MeasurementRequest,
  signal = new AbortController().signal,
): Promise<{ readonly progress: readonly Finding[]; readonly measurement: Measurement }> {
  const progress: Finding[] = [];
  const running = measure(request, { nameServers: [] }, signal);
  for (let step = await running.next(); ; step = await running.next()) {
    if (step.done === true) return { progress, measurement: v.parse(measurementSchema, step.value) };
    progress.push(step.value);
  }
}

describe('measure', () => {
  test('connects several times, closes each politely, and tells after each', async () => {
    const ends: string[] = [];
    const { port } = await listenOnLoopback((socket) => {
      socket.on('end', () => ends.push('fin'));
      socket.on('error', () => ends.push('reset'));
    });
    const { progress, measurement } = await finish({ kind: 'tcp_ping', address: '127.0.0.1', port });
    expect(measurement.finding).toMatchObject({ kind: 'tcp_ping', attempts: Array.from({ length: 5 }, () => ({ outcome: 'succeeded' })) });
    expect(progress).toHaveLength(5);
    await expect.poll(() => ends).toEqual(Array.from({ length: 5 }, () => 'fin'));
  });

  test('stops between two connections, and says that it was stopped', async () => {
    const { port } = await listenOnLoopback(() => undefined);
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(), 100);
    const { measurement } = await finish({ kind: 'tcp_ping', address: '127.0.0.1', port }, cancelled.signal);
    expect(measurement.finding).toEqual({ kind: 'unavailable', reason: 'stopped' });
  });

  test('a control probe reports what connecting brought', async () => {
    const { port } = await listenOnLoopback(() => undefined);
    const closed = await closedPort();
    const probe = async (one: number): Promise<Finding> =>
      (await finish({ kind: 'control', probe: 'other_port', host: '127.0.0.1', port: one })).measurement.finding;
    expect(await probe(port)).toMatchObject({ kind: 'control', host: '127.0.0.1', port, outcome: 'succeeded' });
    expect(await probe(closed)).toMatchObject({ port: closed, outcome: 'refused' });
  });

  test('another port of no host cannot be probed', async () => {
    expect((await finish({ kind: 'control', probe: 'other_port', host: null, port: null })).measurement.finding).toEqual({
      kind: 'unavailable',
      reason: 'unreadable',
    });
  });

  test.runIf(process.platform === 'linux')('sees where this computer itself listens', async () => {
    const { port } = await listenOnLoopback(() => undefined);
    expect((await finish({ kind: 'local_listening', port, transport: 'tcp' })).measurement.finding).toMatchObject({
      kind: 'local_listening',
      scope: 'loopback',
    });
    const closed = await closedPort();
    expect((await finish({ kind: 'local_listening', port: closed, transport: 'tcp' })).measurement.finding).toMatchObject({
      scope: 'nowhere',
      program: null,
    });
  });

  test.runIf(process.platform === 'linux')('knows that loopback is this computer', async () => {
    expect((await finish({ kind: 'local_route', address: '127.0.0.1' })).measurement.finding).toMatchObject({
      kind: 'local_route',
      way: 'this_computer',
      interfaceName: 'lo',
    });
  });

  test('is what was asked, from here, and dated', async () => {
    const beforeMs = Date.now();
    const request: MeasurementRequest = { kind: 'local_proxy' };
    const { measurement } = await finish(request);
    expect(measurement).toMatchObject({ request, vantage: 'here' });
    expect(measurement.startedAtMs).toBeGreaterThanOrEqual(beforeMs);
  });
});

describe('readLocalProxy', () => {
  const proxyOf = async (env: NodeJS.ProcessEnv): Promise<unknown> => {
    const found = await readLocalProxy(new AbortController().signal, env);
    return found.kind === 'local_proxy' ? found.proxy : found;
  };

  test('reads the environment as programs do, without user name and password', async () => {
    expect(await proxyOf({ HTTPS_PROXY: 'http://lovelace:s3cret@proxy.test:3128' })).toBe('http://proxy.test:3128');
    expect(await proxyOf({ http_proxy: 'lovelace:s3cret@proxy.test:3128', https_proxy: '' })).toBe('proxy.test:3128');
    expect(await proxyOf({ ALL_PROXY: 'socks5://proxy.test\u202e' })).toBe('socks5://proxy.test\\u{202e}');
  });

  test.runIf(process.platform === 'linux')('is null where none is set', async () => {
    expect(await proxyOf({})).toBeNull();
  });
});
