import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cutMarks, makeTokens } from '../../../shared/console/display.ts';
import { decodeText, textEncodings } from '../../../shared/console/text-encoding.ts';
import { createVisibleStream } from '../../../shared/console/visible-stream.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces that are easy to break by cutting: characters of every size, half characters, CR LF, marks. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom('é', '漢', '👍', '\r\n', '\r', '\n', 'e\u0301', '\u0301'.repeat(7), '\u202e', 'a').map(bytesOf),
      fc.uint8Array({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  ) // prettier-ignore
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

/** Sequences that terminals obey and letters that hide or reorder, whole and in pieces. */
const hostile = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('\x1b]0;t\x07', '\x1b[6n', '\x9b6n', '\u202efdp', '\u2066', '\u200b', '\u{e0041}', '\u2028', '\ufeff', '\r\n', '\r')
        .map(bytesOf),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

const unsafeButLines = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

describe('a visible stream', () => {
  test('gives the same text however the bytes are cut', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom(...textEncodings),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        (bytes, encoding, sizes) => {
          const stream = createVisibleStream(encoding);
          let text = '';
          for (let offset = 0; offset < bytes.length;) {
            const size = sizes.next().value ?? 1;
            text += stream.add(bytes.subarray(offset, offset + size));
            offset += size;
          }
          expect(text + stream.end()).toBe(cutMarks(makeTokens(decodeText(bytes, encoding), 'kept')));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test('lets no control, bidi or invisible code point through, in 100,000 fuzzed streams cut anywhere', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...textEncodings), fc.integer({ min: 1, max: 5 }), (bytes, encoding, size) => {
        const stream = createVisibleStream(encoding);
        let text = '';
        for (let offset = 0; offset < bytes.length; offset += size) text += stream.add(bytes.subarray(offset, offset + size));
        return !unsafeButLines.test(text + stream.end());
      }),
      { numRuns: 100_000 },
    );
  });

  test('holds half a character back until the rest of it comes', () => {
    const stream = createVisibleStream('utf-8');
    const [first, ...others] = bytesOf('€');
    expect(stream.add(Uint8Array.of(0x61, first ?? 0))).toBe('a');
    expect(stream.add(Uint8Array.from(others))).toBe('€');
  });

  test('shows half a character as bytes when nothing follows', () => {
    const stream = createVisibleStream('utf-8');
    expect(stream.add(Uint8Array.of(0xe2, 0x82))).toBe('');
    expect(stream.end()).toBe('\\xe2\\x82');
  });

  test('makes one line end of CR LF that comes in two chunks, and a token of CR alone', () => {
    const stream = createVisibleStream('latin-1');
    expect(stream.add(bytesOf('a\r'))).toBe('a');
    expect(stream.add(bytesOf('\nb\r'))).toBe('\nb');
    expect(stream.add(bytesOf('c'))).toBe('␍c');
  });

  test('does not let marks pile up by coming one a chunk', () => {
    const stream = createVisibleStream('utf-8');
    let text = stream.add(bytesOf('e'));
    for (let count = 0; count < 50; count += 1) text += stream.add(bytesOf('\u0301'));
    expect(text).toBe(`e${'\u0301'.repeat(8)}`);
    expect(stream.add(bytesOf('x'))).toBe('\\u{+42 marks}x');
  });
});
