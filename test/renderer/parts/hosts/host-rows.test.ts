import { describe, expect, test } from 'vitest';

import { groupHosts } from '../../../../renderer/parts/hosts/host-groups.ts';
import { shownPorts } from '../../../../renderer/parts/hosts/shown-ports.ts';
import type { EndpointSummary, HostSummary } from '../../../../shared/history/host.ts';
import { english } from '../../../../shared/text/english.ts';

const now = new Date(2026, 10, 20, 9).getTime();
const HOUR = 3_600_000;

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

test('hosts stand under today, yesterday and earlier, in their order, and empty groups are left out', () => {
  const host = (name: string, agoHours: number): HostSummary => {
    const lastCheckedAtMs = now - agoHours * HOUR;
    return { ...blank, host: name, lastCheckedAtMs };
  };
  const hosts = [host('a', 0), host('b', 8), host('c', 10), host('d', 24 * 9)];
  const groups = groupHosts(hosts, now, english.window.hosts);
  expect(groups.map(({ title, hosts: within }) => [title, within.map(({ host: name }) => name).join('')])).toEqual([
    ['Today', 'ab'],
    ['Yesterday', 'c'],
    ['Earlier', 'd'],
  ]);
  expect(groupHosts([], now, english.window.hosts)).toEqual([]);
});

const blank: HostSummary = {
  id: 1,
  host: 'a',
  displayName: null,
  isFavourite: false,
  tags: [],
  lastOutcome: 'succeeded',
  lastCheckedAtMs: now,
  checkCount: 1,
  endpoints: [],
  endpointCount: 0,
  recent: [],
};
