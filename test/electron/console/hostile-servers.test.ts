import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { textsThatHide } from '../../support/hostile/hidden-text.ts';
import { openPeers, type OpenPeers } from '../../support/hostile/open-peers.ts';
import type { HostilePeer } from '../../support/hostile/peer.ts';
import { plainPeers } from '../../support/hostile/plain-peers.ts';
import { sendVisitors } from '../../support/hostile/send-visitors.ts';
import { makeTlsPeers } from '../../support/hostile/tls-peers.ts';
import type { Visited } from '../../support/hostile/visit.ts';

/** Closing waits for a peer's FIN for a moment, for words on their way a little longer; the rest is a busy machine. */
const LONGEST_CLOSING_MS = 8_000;

/** A console that kept what a flood sends would grow far beyond this. */
const MOST_MEMORY_BYTES = 600_000_000;

const peers: readonly HostilePeer[] = [...plainPeers, ...makeTlsPeers()];
let open: OpenPeers;
let visited: Visited;

beforeAll(async () => {
  open = await openPeers(peers);
  const talks = peers.map(({ host = '127.0.0.1', options }, index) => {
    const chosen = {
      tls: options.tls === 'on' ? 'on' : 'off',
      timeoutMs: 1_500,
      ...(options.address ? { address: options.address } : {}),
    } as const;
    return { target: { host, port: open.ports[index]!, transport: 'tcp' }, options: chosen } as const;
  });
  visited = await sendVisitors({ checks: [], talks });
});
afterAll(() => open.close());

describe('a console open to a server that', () => {
  test.each(peers.map(({ name }, index) => ({ name, index })))(
    '$name ends when it is closed, and shows nothing that hides',
    ({ index }) => {
      const { end, closingMs, shown, events } = visited.talks[index]!;
      expect(closingMs ?? 0).toBeLessThan(LONGEST_CLOSING_MS);
      expect(textsThatHide([shown, events])).toEqual([]);
      // Paused, it takes what was on its way and no more.
      expect(end.receivedBytes).toBeLessThan(4_000_000);
    },
  );

  test('does any of this leaves no socket, no timer and no open file, and little in memory', () => {
    expect(visited).toMatchObject({ handlesLeft: [], filesLeft: 0 });
    expect(visited.largestMemoryBytes).toBeLessThan(MOST_MEMORY_BYTES);
  });
});
