import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ByteFlow } from '../../../shared/console/byte-flow.ts';
import { charactersOf, writeByte } from '../../../shared/console/byte-rows.ts';
import { RowIndex } from '../../../shared/console/row-index.ts';
import { Transcript } from '../../../shared/console/transcript.ts';

const all = { from: 0, to: Number.POSITIVE_INFINITY };

interface Said {
  readonly kind: 'received' | 'sent';
  readonly atMs: number;
  readonly text: string;
}

/** Everything the view of bytes shows: heads as their size, rows as offset and characters. */
function shown(said: readonly Said[], lineCount = 1_000): readonly string[] {
  const transcript = new Transcript('tcp', { sizeBytes: 1_000_000, lineCount });
  const flow = new ByteFlow();
  const index = new RowIndex((line, before) => flow.countRows(line, before));
  for (const { text, ...event } of said) {
    transcript.add({ ...event, ...(event.kind === 'sent' ? { isSecret: false } : {}), bytes: Buffer.from(text, 'latin1') } as never);
    index.follow(transcript);
  }
  const drawn = transcript.lines().flatMap((line) => {
    if (line.kind === 'note') return [];
    const rows = flow.rowsOf(line, all, transcript).map((row) => `${row.offsetBytes.toString(16)} ${charactersOf(row)}`);
    const own = flow.isFirst(line) ? [`${String(flow.sizeBytes(line, transcript))} bytes`, ...rows] : rows;
    expect(index.startOf(line.number + 1) - index.startOf(line.number)).toBe(own.length);
    return own;
  });
  expect(index.rowCount).toBe(drawn.length);
  return drawn;
}

describe('the rows of bytes', () => {
  test('flow on over the ends of lines within a moment, and begin anew with the next', () => {
    const features = '211-Features:\r\n EPRT\r\n EPSV\r\n';
    expect(
      shown([
        { kind: 'received', atMs: 1, text: features },
        { kind: 'sent', atMs: 1, text: 'SYST\r\n' },
        { kind: 'received', atMs: 2, text: '215\r\n' },
        { kind: 'received', atMs: 3, text: '216\r\n' },
      ]),
    ).toEqual(['29 bytes', '0 211-Features:·· ', '10 EPRT·· EPSV··', '6 bytes', '0 SYST··', '5 bytes', '0 215··', '5 bytes', '0 216··']);
  });

  test('flow on in a line too long for one, however it came', () => {
    const rows = shown([
      { kind: 'received', atMs: 1, text: 'x'.repeat(4_090) },
      { kind: 'received', atMs: 2, text: 'y'.repeat(100) },
    ]);
    expect(rows.filter((row) => row.endsWith('bytes'))).toEqual(['4190 bytes']);
    expect(rows).toContain(`ff0 ${'x'.repeat(10)}${'y'.repeat(6)}`);
  });

  test('hold every byte once, sixteen a row but the last of a moment, whatever is said', () => {
    const piece = fc.record({
      kind: fc.constantFrom('received' as const, 'sent' as const),
      atMs: fc.integer({ min: 1, max: 3 }),
      text: fc.string({ unit: fc.constantFrom('a', 'b', '\n'), minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (said) => {
        const rows = shown(said);
        const isHead = (row: string): boolean => row.endsWith('bytes');
        const charactersIn = (row: string): string => row.slice(row.indexOf(' ') + 1);
        expect(rows.flatMap((row) => (isHead(row) ? [] : [charactersIn(row)])).join('')).toBe(
          said.map(({ text }) => text.replaceAll('\n', '·')).join(''),
        );
        for (const [place, row] of rows.entries()) {
          const next = rows[place + 1];
          if (!isHead(row) && next !== undefined && !isHead(next)) expect(charactersIn(row)).toHaveLength(16);
        }
      }),
    );
  });

  test('are counted as they are drawn, also when the oldest lines went', () => {
    const said = Array.from({ length: 30 }, (_, place) => ({ kind: 'received' as const, atMs: Math.floor(place / 7), text: 'five\n' }));
    // Of the moment before the newest two lines are left, and of its rows the one that begins in them.
    expect(shown(said, 4)).toEqual(['20 ve·', '10 bytes', '0 five·five·']);
  });

  test('are drawn, and counted on, after a flood in which everything counted went', () => {
    const transcript = new Transcript('tcp', { sizeBytes: 1_000_000, lineCount: 4 });
    const flow = new ByteFlow();
    const index = new RowIndex((line, before) => flow.countRows(line, before));
    const say = (text: string): void => void transcript.add({ kind: 'received', atMs: 1, bytes: Buffer.from(text) } as never);
    say('one\n');
    index.follow(transcript);
    const [stale] = transcript.lines();
    say('two\n'.repeat(20));
    expect(stale?.kind === 'received' && flow.rowsOf(stale, all, transcript)).toHaveLength(1);
    index.follow(transcript);
    expect(index.rowCount).toBeGreaterThan(0);
  });

  test('write bytes in three forms', () => {
    expect([0x0a, 0x41, 0x5c, 0xff].map((byte) => writeByte(byte, 'escapes'))).toEqual(['\\n', 'A', '\\\\', String.raw`\xff`]);
    expect([writeByte(10, 'decimal'), writeByte(0xab, 'hex')]).toEqual(['010', 'AB']);
  });
});
