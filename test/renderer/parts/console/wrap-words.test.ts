import fc from 'fast-check';
import { expect, test } from 'vitest';

import { selectLine } from '../../../../renderer/parts/console/line-selection.ts';
import { wrapWords } from '../../../../renderer/parts/console/wrap-words.ts';

const room = (widthPx: number) => ({ widthPx, measure: (text: string) => text.length });

test('a sentence is cut between words, and a word that is too long where the row ends', () => {
  expect(wrapWords('one two three', room(8))).toEqual(['one two ', 'three']);
  expect(wrapWords('one', room(8))).toEqual(['one']);
  expect(wrapWords('abcdefghijkl', room(5)).join('')).toBe('abcdefghijkl');
});

test('nothing is lost, and nothing is wider than the room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 3, max: 20 }), (text, widthPx) => {
      const rows = wrapWords(text, room(widthPx));
      expect(rows.join('')).toBe(text);
      for (const row of rows) expect(row.trimEnd().length).toBeLessThanOrEqual(widthPx);
    }),
  );
});

test('a selection grows from where it began, to either side', () => {
  const one = selectLine(null, 5, false);
  expect(one).toEqual({ from: 5, to: 5, anchor: 5, head: 5 });
  expect(selectLine(one, 2, true)).toEqual({ from: 2, to: 5, anchor: 5, head: 2 });
  expect(selectLine(selectLine(one, 2, true), 8, true)).toEqual({ from: 5, to: 8, anchor: 5, head: 8 });
  expect(selectLine(one, 8, false)).toEqual({ from: 8, to: 8, anchor: 8, head: 8 });
});
