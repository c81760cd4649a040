import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isIP } from 'node:net';
import { dirname, isAbsolute } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { toolFolders } from '../../../electron/tools/find-tool.ts';
import { measure } from '../../../electron/tools/measure.ts';
import type { Measurement, MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import { hostileHosts } from './hostile-hosts.ts';

/** A program as Node is about to start it. */
interface Start {
  readonly file: string;
  /** The program's own name first. */
  readonly args: readonly string[];
  readonly envPairs: readonly string[];
  readonly shell?: unknown;
}

const channel = 'tracing:child_process.spawn:start';
const starts: Start[] = [];

function note(message: unknown): void {
  starts.push((message as { readonly options: Start }).options);
}

beforeEach(() => {
  starts.length = 0;
  subscribe(channel, note);
});
afterEach(() => unsubscribe(channel, note));

async function finish(request: MeasurementRequest, signal = new AbortController().signal): Promise<Measurement> {
  const running = measure(request, { nameServers: [] }, signal);
  for (let step = await running.next(); ; step = await running.next()) if (step.done === true) return step.value;
}

/** Words that are ours: options, their numbers, and the words of `ip`, `nft` and `firewall-cmd`. */
const fixedWord = /^(?:--?[A-Za-z0-9-]*|\d+|route|get|show|match|default|neigh|list|ruleset)$/u;

const loopback = ['127.0.0.1', '::1'];

describe.runIf(process.platform === 'linux')('every program that a measurement starts', () => {
  test('is one of the system’s, by its whole path, without a shell, with nothing of the person’s environment, and words that are ours or an address', async () => {
    process.env['SONDE_CANARY'] = 'never handed on';
    const requests = loopback.flatMap((address): readonly MeasurementRequest[] => [
      { kind: 'ping', address },
      { kind: 'traceroute', address, port: 80 },
      { kind: 'traceroute', address, port: null },
      { kind: 'local_route', address },
    ]);
    const others: readonly MeasurementRequest[] = [
      { kind: 'local_listening', port: 80, transport: 'tcp' },
      { kind: 'local_firewall' },
      { kind: 'local_proxy' },
      { kind: 'ping', address: 'fe80::1%lo' },
    ];
    await Promise.all([...requests, ...others].map((request) => finish(request)));
    delete process.env['SONDE_CANARY'];
    expect(starts.length).toBeGreaterThanOrEqual(8);
    for (const { file, args, envPairs, shell } of starts) {
      expect(isAbsolute(file)).toBe(true);
      expect(toolFolders()).toContain(dirname(file));
      expect(shell ?? false).toBe(false);
      expect(envPairs.map((pair) => pair.split('=')[0])).toEqual(['PATH', 'LC_ALL']);
      for (const word of args.slice(1)) if (isIP(word) === 0) expect(word).toMatch(fixedWord);
    }
  });

  test('is none at all for a hundred hosts that are no address, whatever is measured', async () => {
    expect(hostileHosts.length).toBeGreaterThanOrEqual(100);
    const requests = hostileHosts.flatMap((address): readonly MeasurementRequest[] => [
      { kind: 'ping', address },
      { kind: 'traceroute', address, port: 80 },
      { kind: 'traceroute', address, port: null },
      { kind: 'tcp_ping', address, port: 80 },
      { kind: 'local_route', address },
    ]);
    for (const request of requests)
      expect(await finish(request)).toMatchObject({ finding: { kind: 'unavailable', reason: 'not_permitted' } });
    expect(starts).toEqual([]);
  });

  test('is gone when the person stops in the middle', async () => {
    const stopped = new AbortController();
    const measuring = [
      finish({ kind: 'ping', address: '127.0.0.1' }, stopped.signal),
      finish({ kind: 'ping', address: '::1' }, stopped.signal),
    ];
    await expect.poll(() => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length).toBeGreaterThan(0);
    stopped.abort();
    expect((await Promise.all(measuring)).map(({ finding }) => finding)).toEqual([
      { kind: 'unavailable', reason: 'stopped' },
      { kind: 'unavailable', reason: 'stopped' },
    ]);
    // Killed at once; the system takes a moment to say that it is gone.
    await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('ProcessWrap');
  });
});
