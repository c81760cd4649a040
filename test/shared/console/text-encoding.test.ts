import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeText, encodeText } from '../../../shared/console/text-encoding.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('text encodings', () => {
  test('give back every byte they can spell', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const encoding of ['latin-1', 'cp437'] as const)
      expect(encodeText(decodeText(all, encoding), encoding)).toEqual({ kind: 'encoded', bytes: all });
  });

  test('write bytes that are no UTF-8 as what they are', () => {
    expect(decodeText(Uint8Array.of(0x61, 0xff, 0xc3, 0xa9, 0xc3), 'utf-8')).toBe('a\\xffé\\xc3');
    expect(decodeText(Uint8Array.of(0xed, 0xa0, 0x80, 0xc0, 0xaf, 0xf4, 0x90), 'utf-8')).toBe('\\xed\\xa0\\x80\\xc0\\xaf\\xf4\\x90');
  });

  test('agree with TextDecoder on all that is valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeText(bytesOf(text), 'utf-8')).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text)));
      }),
    );
  });

  test('tell the characters they have no byte for, with their place', () => {
    expect(encodeText('5 € → 6', 'latin-1')).toEqual({ kind: 'not_encodable', characters: [{ character: '€', from: 2 }, { character: '→', from: 4 }] }); // prettier-ignore
    expect(encodeText('👍!', 'cp437')).toEqual({ kind: 'not_encodable', characters: [{ character: '👍', from: 0 }] });
    expect(encodeText('a\ud800', 'utf-8')).toEqual({ kind: 'not_encodable', characters: [{ character: '\ud800', from: 1 }] });
    expect(encodeText('█é', 'cp437')).toEqual({ kind: 'encoded', bytes: Uint8Array.of(0xdb, 0x82) });
  });
});
