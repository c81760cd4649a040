import { isIP } from 'node:net';
import { describe, expect, test } from 'vitest';

import { measure } from '../../../electron/tools/measure.ts';
import { pingRuns } from '../../../electron/tools/ping.ts';
import type { ToolRun } from '../../../electron/tools/run-tool.ts';
import { pathRuns } from '../../../electron/tools/trace-path.ts';
import type { MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import { hostileHosts } from './hostile-hosts.ts';

const platforms = ['linux', 'darwin', 'win32'] as const;

function show({ program, args }: ToolRun): string {
  return [program, ...args].join(' ');
}

describe('the arguments of child processes', () => {
  test('are these, for an IPv4 address', () => {
    expect(platforms.map((platform) => pingRuns('203.0.113.96', platform).map(show))).toEqual([
      ['ping -n -c 4 -W 2 -- 203.0.113.96', 'ping -n -c 4 -- 203.0.113.96', 'ping -c 4 -W 2 -- 203.0.113.96'],
      ['ping -n -c 4 -W 2000 -- 203.0.113.96'],
      ['PING -n 4 -w 2000 203.0.113.96'],
    ]);
    expect(platforms.map((platform) => pathRuns({ address: '203.0.113.96', port: 443 }, platform, true).map(show))).toEqual([
      [
        'traceroute -T -p 443 -n -q 3 -w 2 -m 30 -- 203.0.113.96',
        'traceroute -n -q 3 -w 2 -m 30 -- 203.0.113.96',
        'traceroute -q 3 -w 2 -m 30 -- 203.0.113.96',
        'tracepath -n -m 30 -- 203.0.113.96',
      ],
      ['traceroute -n -q 3 -w 2 -m 30 -- 203.0.113.96'],
      ['TRACERT -d -h 30 -w 1000 203.0.113.96'],
    ]);
  });

  test('are these, for an IPv6 address with its scope', () => {
    expect(platforms.map((platform) => pingRuns('fe80::1%eth0', platform).map(show)[0])).toEqual([
      'ping6 -n -c 4 -W 2 -- fe80::1%eth0',
      'ping6 -n -c 4 -- fe80::1%eth0',
      'PING -n 4 -w 2000 fe80::1%eth0',
    ]);
    expect(platforms.map((platform) => pathRuns({ address: 'fe80::1%eth0', port: 443 }, platform, false).map(show)[0])).toEqual([
      'traceroute -n -q 3 -w 2 -m 30 -- fe80::1%eth0',
      'traceroute6 -n -q 3 -w 2 -m 30 -- fe80::1%eth0',
      'TRACERT -d -h 30 -w 1000 fe80::1%eth0',
    ]);
  });

  test.each(
    ['203.0.113.96', '::1', 'fe80::1%eth0', '2001:db8::1'].flatMap((address) => platforms.map((platform) => ({ address, platform }))),
  )('hold $address as one word, the last, after the end of options where $platform has one', ({ address, platform }) => {
    for (const { args } of [...pingRuns(address, platform), ...pathRuns({ address, port: 80 }, platform, true)]) {
      expect(args.at(-1)).toBe(address);
      if (platform !== 'win32') expect(args.at(-2)).toBe('--');
      expect(args.slice(0, -1).every((arg) => /^(?:--|-[A-Za-z]|\d+)$/u.test(arg))).toBe(true);
    }
  });

  test('never hold a hostile host: each is refused before any program is looked for', async () => {
    expect(hostileHosts.length).toBeGreaterThanOrEqual(100);
    expect(hostileHosts.filter((host) => isIP(host) !== 0)).toEqual([]);
    const requests = hostileHosts.flatMap((address): readonly MeasurementRequest[] => [
      { kind: 'ping', address },
      { kind: 'traceroute', address, port: 80 },
      { kind: 'tcp_ping', address, port: 80 },
      { kind: 'local_route', address },
    ]);
    for (const request of requests) {
      const { done, value } = await measure(request, { nameServers: [] }, new AbortController().signal).next();
      expect({ done, value }).toMatchObject({ done: true, value: { request, finding: { kind: 'unavailable', reason: 'not_permitted' } } });
    }
    expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap');
  });
});
