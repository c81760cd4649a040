import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFullBacklog } from '../../support/hostile/full-backlog.ts';
import { textsThatHide } from '../../support/hostile/hidden-text.ts';
import { openPeers, type OpenPeers } from '../../support/hostile/open-peers.ts';
import type { HostilePeer } from '../../support/hostile/peer.ts';
import { plainPeers } from '../../support/hostile/plain-peers.ts';
import { sendVisitors } from '../../support/hostile/send-visitors.ts';
import { makeTlsPeers } from '../../support/hostile/tls-peers.ts';
import type { Visited } from '../../support/hostile/visit.ts';
import { sonde } from '../cli/sonde.ts';

/** Limit of every stage, in milliseconds. */
const TIMEOUT_MS = 1_500;

/** What a check may take: three stages to their limit, a greeting, a goodbye, and a machine that is busy with others. */
const LONGEST_MS = 15_000;

/** A check that kept what a flood sends would grow far beyond this. */
const MOST_MEMORY_BYTES = 600_000_000;

const peers: readonly HostilePeer[] = [...plainPeers, ...makeTlsPeers()];
let open: OpenPeers;
let visited: Visited;

beforeAll(async () => {
  open = await openPeers(peers);
  visited = await sendVisitors({ talks: [], checks: peers.map((_, index) => visitTo(index)) });
});
afterAll(() => open.close());

function visitTo(index: number) {
  const { host = '127.0.0.1', options } = peers[index]!;
  return { target: { host, port: open.ports[index]!, transport: 'tcp' }, options: { timeoutMs: TIMEOUT_MS, ...options } } as const;
}

describe('a check of a server that', () => {
  test.each(peers.map((peer, index) => ({ ...peer, index, ends: peer.code ?? peer.outcome })))(
    '$name ends as $ends',
    ({ index, outcome, code }) => {
      const check = visited.checks[index]!;
      expect({ outcome: check.outcome, code: check.failure?.code ?? null }).toEqual({ outcome, code });
      expect(check.durationMs).toBeLessThan(LONGEST_MS);
      expect(textsThatHide(check)).toEqual([]);
      expect(check.tls?.chain.length ?? 0).toBeLessThanOrEqual(10);
      for (const { names } of check.tls?.chain ?? []) expect(names.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(check).length).toBeLessThan(400_000);
    },
  );

  test('does any of this leaves no socket, no timer and no open file, and little in memory', () => {
    expect(visited).toMatchObject({ handlesLeft: [], filesLeft: 0 });
    expect(visited.largestMemoryBytes).toBeLessThan(MOST_MEMORY_BYTES);
  });

  test('shows thousands of names keeps a hundred of them and tells how many there were', () => {
    const index = peers.findIndex(({ name }) => name === 'has ten thousand names');
    expect(visited.checks[index]?.tls?.chain[0]).toMatchObject({ nameCount: 10_000 });
  });

  // Other systems refuse what finds the queue full.
  test.runIf(process.platform === 'linux')('takes nobody in any more ends as connection_timed_out', async () => {
    const { port, close } = await startFullBacklog();
    const checks = [{ target: { host: '127.0.0.1', port, transport: 'tcp' }, options: { timeoutMs: 500 } }] as const;
    const {
      checks: [check],
      ...left
    } = await sendVisitors({ checks, talks: [] }).finally(close);
    expect(check).toMatchObject({ outcome: 'timed_out', failure: { code: 'connection_timed_out' } });
    expect(left).toMatchObject({ handlesLeft: [], filesLeft: 0 });
  });
});

describe('sonde check', () => {
  function targetOf({ host = '127.0.0.1', options }: HostilePeer, index: number): string {
    const scheme = options.tls === 'on' ? 'https://' : options.service === 'http' ? 'http://' : '';
    return `${scheme}${host}:${open.ports[index]}`;
  }

  test.each(['text', 'json'])('of all of them at once ends, and prints nothing a terminal obeys, as %s', async (form) => {
    const words = ['check', ...peers.map(targetOf), '--no-save', '--address', '127.0.0.1', '--timeout', String(TIMEOUT_MS / 1_000)];
    const { stdout, stderr, exitCode } = await sonde([...words, ...(form === 'json' ? ['--json'] : [])]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout.split('\n').filter((line) => (form === 'json' ? line !== '' : /^\S+:\d+ /u.test(line)))).toHaveLength(peers.length);
    expect(textsThatHide(stdout)).toEqual([]);
    expect(stdout.length).toBeLessThan(peers.length * 400_000);
  });
});
