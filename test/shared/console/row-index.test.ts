import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { RowIndex } from '../../../shared/console/row-index.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';
import { Transcript } from '../../../shared/console/transcript.ts';

/** As many rows as the line has bytes, none for a note. */
const rowsOf = (line: TranscriptLine): number => (line.kind === 'note' ? 0 : line.sizeBytes);

const said = fc.array(fc.tuple(fc.constantFrom('received', 'sent', 'note'), fc.string({ maxLength: 12 })), { maxLength: 40 });

/** Where every line stands, counted from nothing. */
function placesOf(transcript: Transcript): readonly { readonly number: number; readonly start: number; readonly rows: number }[] {
  let start = 0;
  return transcript.lines().map((line) => {
    const place = { number: line.number, start, rows: rowsOf(line) };
    start += place.rows;
    return place;
  });
}

describe('the rows of a transcript', () => {
  test('stand where they would if all were counted anew, however lines come, grow and go', () => {
    fc.assert(
      fc.property(said, fc.integer({ min: 1, max: 8 }), (happened, lineCount) => {
        const transcript = new Transcript('tcp', { sizeBytes: 10_000, lineCount });
        const index = new RowIndex(rowsOf);
        for (const [place, [kind, text]] of happened.entries()) {
          const bytes = Buffer.from(text);
          if (kind === 'note') transcript.add({ kind: 'accepted', atMs: place });
          else if (kind === 'received') transcript.add({ kind, atMs: place, bytes });
          else transcript.add({ kind: 'sent', atMs: place, bytes, isSecret: false });
          // Not after each: several come between two frames.
          if (place % 3 === 0) index.follow(transcript);
        }
        index.follow(transcript);
        const places = placesOf(transcript);
        expect(index.rowCount).toBe(places.reduce((sum, { rows }) => sum + rows, 0));
        for (const { number, start, rows } of places) {
          expect(index.startOf(number)).toBe(start);
          for (let row = start; row < start + rows; row += 1) expect(index.lineAt(row)).toBe(number);
        }
      }),
    );
  });

  test('tell how many went with the oldest lines', () => {
    const transcript = new Transcript('tcp', { sizeBytes: 1_000, lineCount: 2 });
    const index = new RowIndex(rowsOf);
    for (const text of ['a\n', 'bb\n', 'ccc\n', 'dddd\n']) transcript.add({ kind: 'received', atMs: 1, bytes: Buffer.from(text) });
    index.follow(transcript);
    expect([index.goneRows, index.rowCount, index.lineAt(0), index.lineAt(99)]).toEqual([0, 9, 3, 4]);
    transcript.add({ kind: 'received', atMs: 1, bytes: Buffer.from('e\n') });
    index.follow(transcript);
    expect([index.goneRows, index.rowCount]).toEqual([4, 7]);
  });

  test('of a session that is looked at late cost nothing for what is gone', () => {
    const number = 1_000_000_000;
    const line = { kind: 'received', number, sizeBytes: 3 } as TranscriptLine;
    const index = new RowIndex(rowsOf);
    index.follow({ firstNumber: number, lineCount: 1, lines: (from, to) => (from <= number && number < to ? [line] : []) });
    expect([index.rowCount, index.goneRows, index.startOf(number), index.lineAt(2)]).toEqual([3, 0, 0, number]);
  });
});
