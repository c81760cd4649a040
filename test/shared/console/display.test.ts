import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeVisible, toDisplay } from '../../../shared/console/display.ts';
import { latin1Bytes } from '../../../shared/console/latin1.ts';
import { processorTimeMs } from '../../support/processor-time.ts';

/** What no screen may get: controls, formats (bidi, joiners, tags), lone surrogates, Unicode's line ends, and what draws as nothing. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const unsafeButLines = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/** Hostile words of servers: terminal queries and titles, clipboard, links, 8-bit control sequences, bidi, invisible letters, stacked marks. */
const corpus = [
  '\x1b]0;title\x07', '\x1b]52;c;cm0gLXJm\x07', '\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\', '\x1bP$q"p\x1b\\', '\x1b[c', '\x1b[6n', '\x9b6n',
  '\x90$qm\x9c', '\x1b[', '\x1b[?1049h', '\x0e\x0f', '\x7f', '\x00', 'safe\u202efdp.exe', '\u2066a\u2069', 'a\u200bb\u200dc', '\u{e0041}', '\ufeff', '\u2028',
  '\u2029', '\ufff9', '\u061c', 'h\u0336e\u0336', `a${'\u0301'.repeat(400)}`, '\ud800', '\u{1d173}', '\u3164', '\ufdd0', '\u{1fffe}',
]; // prettier-ignore

/** What hides among bytes: whole sequences of the corpus, single bytes, and pieces of UTF-8. */
const hostileBytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.constantFrom(...corpus).map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
    ),
    { maxLength: 6 },
  ) // prettier-ignore
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

const RUNS = 100_000;

describe('toDisplay', () => {
  test('lets no control, bidi or invisible code point through, in 100,000 fuzzed inputs', () => {
    fc.assert(
      fc.property(hostileBytes, (bytes) => !unsafe.test(toDisplay(bytes))),
      { numRuns: RUNS },
    );
  });

  test('keeps line feeds and nothing else where lines are kept', () => {
    fc.assert(
      fc.property(hostileBytes, (bytes) => !unsafeButLines.test(toDisplay(bytes, 'kept'))),
      { numRuns: RUNS / 10 },
    );
  });

  test('lets no hostile sequence of the corpus through, whatever its encoding', () => {
    for (const text of corpus) {
      expect(toDisplay(new TextEncoder().encode(text))).not.toMatch(unsafe);
      expect(toDisplay(latin1Bytes(text))).not.toMatch(unsafe);
    }
  });

  test('shows every code point of Unicode that is not itself to be seen as a token', () => {
    for (let code = 0; code <= 0x10_ffff; code += 1) {
      const character = String.fromCodePoint(code);
      if (unsafe.test(character))
        expect(makeVisible(character), code.toString(16)).toMatch(/^(?:[\u2400-\u2421]|\\x[\da-f]{2}|\\u\{[\da-f]{1,6}\})$/u);
    }
  });

  test('leaves ordinary text of any script as it is', () => {
    for (const text of ['220 (vsFTPd 3.0.3)', 'Grüße, Ñandú', 'добро пожаловать', 'ようこそ', '환영합니다', 'مرحبا', '👍', 'e\u0301'])
      expect(toDisplay(new TextEncoder().encode(text))).toBe(text);
  });

  test('reads bytes that are not UTF-8 as Latin-1, one character a byte', () => {
    expect(toDisplay(latin1Bytes('Grüße \x9b31m'))).toBe('Grüße \\x9b31m');
  });

  test('names control characters', () => {
    expect(toDisplay(latin1Bytes('a\r\n\x1b[31m\t\x7f\x00'))).toBe('a␍␊␛[31m␉␡␀');
    expect(toDisplay(latin1Bytes('a\r\nb\nc\rd'), 'kept')).toBe('a\nb\nc␍d');
  });

  test('cuts stacked marks to eight and says how many went', () => {
    expect(makeVisible(`e${'\u0301'.repeat(11)}x`)).toBe(`e${'\u0301'.repeat(8)}\\u{+3 marks}x`);
    expect(makeVisible(`e${'\u0301'.repeat(8)}`)).toBe(`e${'\u0301'.repeat(8)}`);
  });

  test('takes linear time: a megabyte of the worst bytes there are within seconds, where quadratic time would take hours', () => {
    for (const pattern of ['\x9b', '\xff', 'a', '\x1b[', '\xcc\x81', 'e\xcc\x81', '\xe2\x80\xae', '\xf0\x9f', '\r\n']) {
      const bytes = latin1Bytes(pattern.repeat((1 << 20) / pattern.length));
      const takenMs = processorTimeMs(() => void toDisplay(bytes));
      expect(takenMs, JSON.stringify(pattern)).toBeLessThan(5_000);
    }
  });
});
