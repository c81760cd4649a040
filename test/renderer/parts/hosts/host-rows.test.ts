import { describe, expect, test } from 'vitest';

import { groupHosts, shiftOf, topOf } from '../../../../renderer/parts/hosts/host-groups.ts';
import { shownPorts } from '../../../../renderer/parts/hosts/shown-ports.ts';
import type { EndpointSummary } from '../../../../shared/history/host.ts';
import { english } from '../../../../shared/text/english.ts';

const now = new Date(2026, 10, 20, 9).getTime();

function endpoint(port: number, lastOutcome: EndpointSummary['lastOutcome'] = 'succeeded'): EndpointSummary {
  return { port, transport: 'tcp', lastOutcome, lastCheckedAtMs: now };
}

function portsOf(...endpoints: readonly EndpointSummary[]): string {
  const shown = shownPorts({ endpoints: [...endpoints], endpointCount: endpoints.length });
  return `${shown.endpoints.map(({ port }) => port).join(' ')} +${shown.moreCount}`;
}

describe('the ports of a row', () => {
  test('are all shown while they fit', () => {
    expect(portsOf(endpoint(22), endpoint(80), endpoint(443))).toBe('22 80 443 +0');
  });

  test('leave room for a count of those that do not', () => {
    expect(portsOf(endpoint(25), endpoint(465), endpoint(587), endpoint(993), endpoint(995))).toBe('25 465 587 +2');
  });

  test('keep those that fail, in their place', () => {
    const working = [8_080, 8_081, 8_082, 8_083].map((port) => endpoint(port));
    expect(portsOf(...working, endpoint(9_999, 'refused'))).toBe('8080 9999 +3');
  });

  test('always hold one', () => {
    expect(portsOf(endpoint(65_535, 'refused'))).toBe('65535 +0');
  });
});

test('a port that was never checked gives way to those that work and those that fail alike', () => {
  expect(portsOf(endpoint(8_080, 'refused'), endpoint(8_081), endpoint(9_999, null))).toBe('8080 8081 +1');
});

describe('the groups of the list', () => {
  const counts = { favourites: 2, today: 3, yesterday: 0, earlier: 4, neverChecked: 1, inAll: 20 };

  test('are favourites, then the days, then what was never checked; each knows where it begins, and empty ones are left out', () => {
    expect(groupHosts(counts, 'last_check', english).map(({ title, first, count }) => [title, first, count])).toEqual([
      ['Favourites', 0, 2],
      ['Today', 2, 3],
      ['Earlier', 5, 4],
      ['Not checked yet', 9, 1],
    ]);
    expect(groupHosts({ ...counts, favourites: 0 }, 'last_check', english)[0]).toMatchObject({ title: 'Today', isFavourites: false });
  });

  test('are favourites and the others in any other order', () => {
    expect(groupHosts(counts, 'name', english).map(({ title, first, count }) => [title, first, count])).toEqual([
      ['Favourites', 0, 2],
      ['By name', 2, 8],
    ]);
  });

  test('say where each host stands', () => {
    const groups = groupHosts(counts, 'last_check', english);
    const sizes = { rowPx: 44, titlePx: 28 };
    expect([0, 1, 2, 5].map((place) => topOf(place, groups, sizes))).toEqual([28, 72, 144, 304]);
  });
});

test('the list follows what most of its hosts do, not the one that was just checked', () => {
  const moves = [
    { beforePx: 100, afterPx: 144 },
    { beforePx: 144, afterPx: 28 },
    { beforePx: 188, afterPx: 188 + 44 },
    { beforePx: 232, afterPx: 232 + 44 },
  ];
  expect(shiftOf(moves)).toBe(44);
  expect(shiftOf([])).toBe(0);
});
