import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLineFeedConverter } from '../../../shared/console/line-feed-converter.ts';

const convert = (ending: Parameters<typeof createLineFeedConverter>[0], chunks: readonly string[]): string => {
  const converter = createLineFeedConverter(ending);
  return chunks.map((chunk) => Buffer.from(converter(Buffer.from(chunk, 'latin1'))).toString('latin1')).join('');
};

test('crlf: LF becomes CR LF and CR LF stays, as nc -C has it', () => {
  expect(convert('crlf', ['AA\r\nBB\nCC\r', '\nDD'])).toBe('AA\r\nBB\r\nCC\r\nDD');
});

test('cr: LF becomes CR, and CR LF loses its LF', () => {
  expect(convert('cr', ['AA\r\nBB\nCC\r', '\nDD'])).toBe('AA\rBB\rCC\rDD');
});

test('lf and none: every byte passes untouched', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\r', '\n', 'a') }), (text) => {
    expect(convert('lf', [text])).toBe(text);
    expect(convert('none', [text])).toBe(text);
  })); // prettier-ignore
});

test('the result does not depend on where the stream is cut', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('\r', '\n', 'a'), maxLength: 4 })), (chunks) => {
    for (const ending of ['crlf', 'cr'] as const) expect(convert(ending, chunks)).toBe(convert(ending, [chunks.join('')]));
  })); // prettier-ignore
});
