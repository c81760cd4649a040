import { describe, expect, test } from 'vitest';

import { statisticsOf } from '../../../shared/history/statistics.ts';
import { describeOutcomeCounts } from '../../../shared/text/describe-outcome-counts.ts';
import { describeStatistics } from '../../../shared/text/describe-statistics.ts';
import { english } from '../../../shared/text/english.ts';
import { formatDateTime, formatMoment } from '../../../shared/text/format-moment.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import { formatSpan } from '../../../shared/text/format-span.ts';
import { shortenAddress } from '../../../shared/text/shorten-address.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [400, '400 ms'],
  [40_000, '40.0 s'],
  [119_999, '1 min'],
  [2 * 3_600_000 + 59 * 60_000, '2 h'],
  [71 * 3_600_000, '71 h'],
  [19.5 * 86_400_000, '19 days'],
])('a span of %d ms is told as %j', (spanMs, text) => {
  expect(plain(formatSpan(spanMs, english.units))).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.000_001, '0.01 %'],
  [0.005, '0.50 %'],
  [0.833, '83 %'],
  [0.995, '99.50 %'],
  [0.999_999, '99.99 %'],
  [1, '100 %'],
])('a share of %d is never told as more or less than it is: %j', (share, text) => {
  expect(plain(formatShare(share, english.units))).toBe(text);
});

describe('a moment', () => {
  test('names its offset from UTC, and reads back as the same second', () => {
    const atMs = Date.UTC(2026, 10, 20, 13, 32, 7, 214);
    expect(formatMoment(atMs)).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+-]\d{2}:\d{2}$/u);
    expect(Date.parse(formatMoment(atMs).replace(' ', 'T').replace(' ', ''))).toBe(atMs - 214);
    expect(formatMoment(atMs)).toContain(formatDateTime(atMs));
  });

  test('that no calendar has is a question mark', () => {
    expect(formatMoment(NaN)).toBe('?');
    expect(formatDateTime(1e300)).toBe('?');
  });
});

test.each([
  ['203.0.113.96', '203.0.113.97', '.96'],
  ['203.0.113.96', '203.0.114.97', '203.0.113.96'],
  ['2001:db8::1', '2001:db8::2', '2001:db8::1'],
  ['203.0.113.96', '2001:db8::2', '203.0.113.96'],
  ['203.0.113.9', '203.0.113.97', '.9'],
])('%s beside %s is %s', (address, beside, text) => {
  expect(shortenAddress(address, beside)).toBe(text);
});

test('outcomes are counted the most frequent first, thousands apart', () => {
  const counts = new Map([
    ['timed_out', 3],
    ['refused', 1_020],
  ] as const);
  expect(plain(describeOutcomeCounts(counts, english))).toBe('1 020 Refused, 3 Timed out');
});

test('statistics say only what is known', () => {
  expect(describeStatistics(statisticsOf([{ startedAtMs: 0, outcome: 'refused', phases: {} }]), english)).toEqual([
    { term: 'Last worked', text: 'never in this period' },
    { term: 'Failing since', text: formatMoment(0) },
    { term: 'Worked', text: '0\u00a0% of the checks' },
  ]);
});
