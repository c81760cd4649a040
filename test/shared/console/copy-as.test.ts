import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { copyAs } from '../../../shared/console/copy-as.ts';
import { formatHexRow, hexRows } from '../../../shared/console/hex-rows.ts';

const awkward = Buffer.from('-n %s\'"\\ ??= a\x00b\x011\x7f\xff\xe9\r\n\t`$(id)!\n', 'latin1');

describe('copied bytes', () => {
  test('are the same bytes when a shell runs the printf command', () => {
    for (const shell of ['sh', 'bash']) {
      const printed = execFileSync(shell, ['-c', copyAs('printf', awkward, 'utf-8')]);
      expect(Buffer.compare(printed, awkward), shell).toBe(0);
    }
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(Buffer.compare(execFileSync('sh', ['-c', copyAs('printf', all, 'utf-8')]), Buffer.from(all))).toBe(0);
  });

  test('are the same bytes when a compiler reads the C string', () => {
    // JSON knows no octal escapes; every escape of C that is used is read here by its own rule.
    const read = (literal: string): string =>
      literal
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|([rnt]|[^0-7]))/gu, (_, octal: string | undefined, character: string | undefined) =>
          octal === undefined
            ? ({ r: '\r', n: '\n', t: '\t' }[character ?? ''] ?? character ?? '')
            : String.fromCharCode(Number.parseInt(octal, 8)),
        );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const literal = copyAs('c_string', bytes, 'utf-8');
        expect(literal).toMatch(/^"[\x20-\x7e]*"$/u);
        expect(literal).not.toMatch(/\?\?/u);
        expect(Buffer.from(read(literal), 'latin1')).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('hold no control character as text, and are readable as hexadecimal', () => {
    expect(copyAs('text', Buffer.from('a\r\n\x1b[0mb'), 'utf-8')).toBe('a\n␛[0mb');
    expect(copyAs('hex', Buffer.from('QUIT'), 'utf-8')).toBe('51 55 49 54');
  });
});

test('rows of a hex view show every byte once, with its offset and its character', () => {
  const rows = hexRows(Buffer.from('220 (vsFTPd 3.0.3)\r\n'), 32);
  expect(rows.map(formatHexRow)).toEqual([
    '00000020  32 32 30 20 28 76 73 46  54 50 64 20 33 2e 30 2e  |220 (vsFTPd 3.0.|',
    '00000030  33 29 0d 0a                                       |3)··|',
  ]);
  expect(hexRows(new Uint8Array(0))).toEqual([]);
});
