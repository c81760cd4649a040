import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeVisible } from '../../../shared/console/display.ts';
import { countLineRows, layOutLine } from '../../../shared/console/line-layout.ts';
import { lineText, type DataLine } from '../../../shared/console/transcript-line.ts';
import { visibleParts } from '../../../shared/console/visible-parts.ts';

function lineOf(bytes: Uint8Array): DataLine {
  return { kind: 'received', number: 1, atMs: 1, bytes, sizeBytes: bytes.length, offsetBytes: 0, withheld: null, isRedacted: false };
}

const layout = { columns: 20, encoding: 'utf-8' } as const;
const shown = (text: string): readonly string[] =>
  layOutLine(lineOf(Buffer.from(text)), layout).map((row) => row.map((piece) => piece.text).join('|'));

describe('the layout of a line', () => {
  test('puts what nobody would see as small names, and the line end behind the text', () => {
    expect(shown('hi\u001b[0m\r\n')).toEqual(['hi|ESC|[0m|CR LF']);
    expect(shown('a\u202eb\n')).toEqual(['a|U+202E|b|LF']);
  });

  test('cuts a long line into rows that hold whole characters, wide ones counted twice', () => {
    expect(shown(`${'x'.repeat(45)}\n`)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'xxxxx|LF']);
    expect(shown('日'.repeat(11))).toEqual(['日'.repeat(10), '日']);
    expect(shown(`${'e\u0301'.repeat(25)}`)).toEqual(['e\u0301'.repeat(20), 'e\u0301'.repeat(5)]);
  });

  test('counts as many rows as it draws, for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('', '\n', '\r\n'),
        fc.integer({ min: 16, max: 80 }),
        (bytes, end, columns) => {
          const line = lineOf(Uint8Array.from([...bytes, ...Buffer.from(end)]));
          for (const encoding of ['utf-8', 'latin-1', 'cp437'] as const)
            expect(countLineRows(line, { columns, encoding })).toBe(layOutLine(line, { columns, encoding }).length);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', 'z'), maxLength: 200 }),
        fc.constantFrom('', '\n', '\r\n'),
        fc.integer({ min: 16, max: 80 }),
        (text, end, columns) => {
          const line = lineOf(Buffer.from(text + end));
          expect(countLineRows(line, { columns, encoding: 'utf-8' })).toBe(layOutLine(line, { columns, encoding: 'utf-8' }).length);
        },
      ),
    );
  });

  test('tells places as a search does: in the visible text of the line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const line = lineOf(bytes);
        const text = lineText(line, 'utf-8');
        for (const piece of layOutLine(line, layout).flat())
          if (piece.kind === 'text') expect(text.slice(piece.from, piece.to)).toBe(piece.text);
      }),
    );
  });
});

describe('visible parts', () => {
  test('are together what makeVisible gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(
          visibleParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(makeVisible(text));
      }),
    );
  });
});
