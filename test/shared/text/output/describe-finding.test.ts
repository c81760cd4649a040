import { describe, expect, test } from 'vitest';

import type { Finding } from '../../../../shared/guidance/measurement.ts';
import { english } from '../../../../shared/text/english.ts';
import { describeFinding } from '../../../../shared/text/output/describe-finding.ts';
import { englishOutput } from '../../../../shared/text/output/english-output.ts';

const told = (finding: Finding): string => {
  const { sentence, rows } = describeFinding(finding, { words: english, output: englishOutput });
  return [sentence, ...rows.map((row) => row.join(' | '))].join('\n').replaceAll('\u00a0', ' ');
};

const quiet = { minMs: null, averageMs: null, maxMs: null, said: null };

const answered = { recordKind: 'A', kind: 'answered', timeToLiveSeconds: null, durationMs: 3 } as const;

const route: Extract<Finding, { kind: 'local_route' }> = {
  ...{ kind: 'local_route', way: 'gateway', prefix: '198.51.100.0/24', gateway: '192.0.2.1', interfaceName: 'eth0', source: '192.0.2.7' },
  ...{ neighbour: 'found', isTunnel: false, defaultRoutes: [{ family: 4, gateway: '192.0.2.254', interfaceName: 'eth1' }] },
};

const findings: readonly (readonly [title: string, finding: Finding, said: string])[] = [
  ['nothing', { kind: 'unavailable', reason: 'tool_missing' }, 'The tool for it is not on this computer.'],
  [
    'pings that came back',
    { ...quiet, kind: 'ping', sentCount: 4, receivedCount: 3, minMs: 1.2, averageMs: 2.34, maxMs: 150 },
    '3 of 4 pings came back, in 2.3 ms on average (1.2 ms to 150 ms).',
  ],
  [
    'pings of Windows, which rounds',
    { ...quiet, kind: 'ping', sentCount: 4, receivedCount: 4, minMs: 0, averageMs: 0, maxMs: 0 },
    '4 of 4 pings came back, in under 1 ms on average (under 1 ms to under 1 ms).',
  ],
  [
    'pings somebody answered in another way',
    { ...quiet, kind: 'ping', sentCount: 4, receivedCount: 0, said: { word: 'prohibited', from: '192.0.2.1' } },
    '0 of 4 pings came back. 192.0.2.1 said: it is prohibited.',
  ],
  [
    'connections one after the other',
    {
      kind: 'tcp_ping',
      attempts: [
        { outcome: 'succeeded', durationMs: 8.4 },
        { outcome: 'timed_out', durationMs: 5_000 },
      ],
    },
    '1 of 2 connections were made.\nSucceeded | 8.4 ms\nTimed out | 5.0 s',
  ],
  [
    'a path that ends on the way',
    {
      kind: 'traceroute',
      isReached: false,
      hops: [
        { hopLimit: 1, replies: [{ address: '192.0.2.1', timeMs: 0.3, said: null }, null] },
        { hopLimit: 2, replies: [{ address: '198.51.100.1', timeMs: 9, said: 'host_unreachable' }] },
        { hopLimit: 3, replies: [null, null] },
      ],
    },
    [
      'The packets did not arrive; 198.51.100.1 was the last to answer.',
      '1 | 192.0.2.1 | 0.3 ms | ',
      '2 | 198.51.100.1 | 9.0 ms | 198.51.100.1 said: the host cannot be reached.',
      '3 | * |  | ',
    ].join('\n'),
  ],
  [
    'a path that arrives',
    { kind: 'traceroute', isReached: true, hops: [{ hopLimit: 1, replies: [{ address: '192.0.2.1', timeMs: null, said: null }] }] },
    'The packets arrived after 1 step.\n1 | 192.0.2.1 |  | ',
  ],
  ['a path nobody answered on', { kind: 'traceroute', isReached: false, hops: [] }, 'Nobody on the way answered.'],
  [
    'name servers that differ',
    {
      kind: 'dns',
      answers: [
        { ...answered, server: '9.9.9.9', records: ['192.0.2.9'], timeToLiveSeconds: 300 },
        { ...answered, server: null, records: ['192.0.2.1'] },
        { ...answered, server: '192.0.2.53', kind: 'timed_out', records: [] },
      ],
    },
    [
      'The answers differ.',
      'A | own way | 192.0.2.1 |  | ',
      'A | 9.9.9.9 | 192.0.2.9 | kept for 300 s | different',
      'A | 192.0.2.53 | no answer |  | ',
    ].join('\n'),
  ],
  [
    'one name server',
    { kind: 'dns', answers: [{ ...answered, server: '9.9.9.9', kind: 'nxdomain', records: [] }] },
    'One server answered.\nA | 9.9.9.9 | no such name |  | ',
  ],
  ['no name server', { kind: 'dns', answers: [] }, 'No server answered.'],
  [
    'another place that is there',
    { kind: 'control', host: '2001:db8::1', port: 443, outcome: 'succeeded', durationMs: 3.1 },
    '[2001:db8::1]:443 connected in 3.1 ms.',
  ],
  [
    'another place that is not',
    { kind: 'control', host: '192.0.2.1', port: null, outcome: 'timed_out', durationMs: 5_000 },
    '192.0.2.1: Timed out, after 5.0 s.',
  ],
  [
    'a route',
    route,
    [
      'The route goes to the router 192.0.2.1, by eth0. The neighbour answers.',
      'route | 198.51.100.0/24',
      'from | 192.0.2.7',
      'default route | 192.0.2.254 eth1',
    ].join('\n'),
  ],
  [
    'a tunnel',
    { ...route, gateway: null, interfaceName: 'wg0', isTunnel: true, neighbour: 'unknown', prefix: null, source: null, defaultRoutes: [] },
    'The route goes to the router, by wg0. It goes through a VPN.',
  ],
  [
    'who listens here',
    { kind: 'local_listening', scope: 'loopback', program: 'postgres' },
    'It is listened on at the loopback address only, by postgres.',
  ],
  ['nobody who listens', { kind: 'local_listening', scope: 'nowhere', program: null }, 'Nothing listens there.'],
  ['a firewall', { kind: 'local_firewall', isActive: true, filtersOutgoing: true }, 'A firewall is active, and filters what goes out.'],
  [
    'a firewall nobody tells of',
    { kind: 'local_firewall', isActive: null, filtersOutgoing: null },
    'Whether a firewall is active, the system does not tell.',
  ],
  ['no firewall', { kind: 'local_firewall', isActive: false, filtersOutgoing: false }, 'No firewall is active.'],
  ['a proxy', { kind: 'local_proxy', proxy: 'http://192.0.2.8:3128' }, 'The proxy is http://192.0.2.8:3128.'],
  ['no proxy', { kind: 'local_proxy', proxy: null }, 'No proxy is set.'],
];

describe('describeFinding', () => {
  test.each(findings)('tells of %s', (_title, finding, said) => {
    expect(told(finding)).toBe(said);
  });
});
