import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compose, type SendingChoice } from '../../../shared/console/compose.ts';
import { copyAs } from '../../../shared/console/copy-as.ts';
import { pastedLines } from '../../../shared/console/line-ending.ts';

const sending: SendingChoice = { form: 'text', encoding: 'utf-8', lineEnding: 'crlf' };
const bytesOf = (line: string, choice: Partial<SendingChoice> = {}): string => {
  const composed = compose(line, { ...sending, ...choice });
  return composed.kind === 'composed' ? Buffer.from(composed.bytes).toString('hex') : JSON.stringify(composed.mistakes);
};

describe('text', () => {
  test('gets the line ending of the session', () => {
    expect([bytesOf('Q'), bytesOf('Q', { lineEnding: 'lf' }), bytesOf('Q', { lineEnding: 'cr' }), bytesOf('Q', { lineEnding: 'none' })]).toEqual(['510d0a', '510a', '510d', '51']); // prettier-ignore
  });

  test('is taken as it stands: a backslash is a backslash', () => {
    expect(bytesOf(String.raw`\n`, { lineEnding: 'none' })).toBe('5c6e');
  });

  test('marks each character that the encoding has no byte for', () => {
    expect(bytesOf('a€b→', { encoding: 'latin-1' })).toBe(
      '[{"kind":"not_encodable","from":1,"to":2},{"kind":"not_encodable","from":3,"to":4}]',
    );
    expect(bytesOf('é', { encoding: 'cp437', lineEnding: 'none' })).toBe('82');
  });
});

describe('escapes', () => {
  const escapes = (line: string): string => bytesOf(line, { form: 'escapes', lineEnding: 'none' });

  test('become their bytes, with and without x', () => {
    expect(escapes(String.raw`A\r\n\t\\\x00\ff\xFF`)).toBe('410d0a095c00ffff');
    expect(escapes(String.raw`\nn`)).toBe('0a6e');
    expect(escapes(String.raw`\\n`)).toBe('5c6e');
    expect(escapes('é')).toBe('c3a9');
  });

  test('that are none are marked and nothing is dropped', () => {
    expect(escapes(String.raw`ab\q`)).toBe('[{"kind":"unknown_escape","from":2,"to":4}]');
    expect(escapes('ab\\')).toBe('[{"kind":"unknown_escape","from":2,"to":3}]');
    expect(escapes(String.raw`\x4`)).toBe('[{"kind":"unknown_escape","from":0,"to":2}]');
    expect(escapes(String.raw`\5`)).toBe('[{"kind":"unknown_escape","from":0,"to":2}]');
  });

  test('get the line ending after them', () => {
    expect(bytesOf(String.raw`\00`, { form: 'escapes' })).toBe('000d0a');
  });
});

describe('hexadecimal', () => {
  const hex = (line: string): string => bytesOf(line, { form: 'hex' });

  test('is read with any usual separator and prefix, and gets no line ending', () => {
    for (const line of [
      '51554954',
      '51 55 49 54',
      '0x51,0x55, 0x49 0x54',
      '51:55:49:54',
      '\\x51\\x55 49\t54'.replace('\\x55', ' 55'),
      '5155 4954',
    ])
      expect(hex(line)).toBe('51554954');
    expect(hex('')).toBe('');
  });

  test('marks an odd digit and every stranger, and adds, cuts or drops nothing', () => {
    expect(hex('51 5 54')).toBe('[{"kind":"odd_digits","from":3,"to":4}]');
    expect(hex('123')).toBe('[{"kind":"odd_digits","from":0,"to":3}]');
    expect(hex('51 5g 0xzz')).toBe('[{"kind":"not_hexadecimal","from":4,"to":5},{"kind":"not_hexadecimal","from":8,"to":10}]');
  });

  test('spells what any bytes are copied as', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      expect(hex(copyAs('hex', bytes, 'utf-8'))).toBe(Buffer.from(bytes).toString('hex'));
    })); // prettier-ignore
  });
});

test('a pasted text has the lines it shows', () => {
  expect(pastedLines('a\r\nb\rc\n')).toEqual(['a', 'b', 'c']);
  expect(pastedLines('a')).toEqual(['a']);
  expect(pastedLines('a\n\n')).toEqual(['a', '']);
});
