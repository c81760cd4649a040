import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { countPorts, formatPorts, listPorts, portsOf } from '../../../shared/paste/port-list.ts';

const range = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(40)).map(([first, more]) => ({ first, last: first + more }));

describe('listPorts', () => {
  test('joins ranges that overlap or touch', () => {
    expect(
      listPorts([
        { first: 80, last: 90 },
        { first: 22, last: 22 },
        { first: 91, last: 95 },
        { first: 85, last: 88 },
      ]),
    ).toEqual([
      { first: 22, last: 22 },
      { first: 80, last: 95 },
    ]);
  });

  test('holds exactly the ports of the ranges, each once, ascending', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 12 }), (ranges) => {
        const expected = new Set(
          ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
        );
        const list = listPorts(ranges);
        expect([...portsOf(list)]).toEqual([...expected].toSorted((a, b) => a - b));
        expect(countPorts(list)).toBe(expected.size);
      }),
    );
  });
});

test('formatPorts writes single ports and ranges', () => {
  expect(
    formatPorts([
      { first: 22, last: 22 },
      { first: 80, last: 95 },
    ]),
  ).toBe('22,80-95');
});
