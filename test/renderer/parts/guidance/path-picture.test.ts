import { expect, test } from 'vitest';

import { pathPoints } from '../../../../renderer/parts/guidance/path-picture.ts';

const reply = (address: string, timeMs: number | null, said: 'hop_limit_reached' | 'prohibited' | null = 'hop_limit_reached') => ({
  address,
  timeMs,
  said,
});

test('each step of the way has who answered, the times and what was lost', () => {
  const hops = [
    { hopLimit: 1, replies: [reply('192.0.2.1', 0.4), reply('192.0.2.1', 0.5), null] },
    { hopLimit: 2, replies: [null, null, null] },
    { hopLimit: 3, replies: [reply('198.51.100.7', null, 'prohibited')] },
  ];
  expect(pathPoints({ kind: 'traceroute', hops, isReached: false })).toEqual([
    { hopLimit: 1, addresses: ['192.0.2.1'], timesMs: [0.4, 0.5], sentCount: 3, lostCount: 1, kind: 'answered' },
    { hopLimit: 2, addresses: [], timesMs: [], sentCount: 3, lostCount: 3, kind: 'silent' },
    { hopLimit: 3, addresses: ['198.51.100.7'], timesMs: [], sentCount: 1, lostCount: 0, kind: 'refused' },
  ]);
});
