import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readCsv } from '../../../shared/paste/read-csv.ts';

describe('readCsv', () => {
  test('gives each row with the line it begins on, and leaves out empty ones', () => {
    expect(readCsv('host,port\r\n\r\nweb1,443\nweb2,"8\n0",x\n,,\nweb3', ',')).toEqual([
      { lineNumber: 1, fields: ['host', 'port'] },
      { lineNumber: 3, fields: ['web1', '443'] },
      { lineNumber: 4, fields: ['web2', '8\n0', 'x'] },
      { lineNumber: 7, fields: ['web3'] },
    ]);
  });

  test('drops a byte order mark and space around fields, and reads to the end what is never closed', () => {
    expect(readCsv('\ufeffhost ; port\n"web;1" ;"open\nend', ';')).toEqual([
      { lineNumber: 1, fields: ['host', 'port'] },
      { lineNumber: 2, fields: ['web;1', 'open\nend'] },
    ]);
  });

  test('reads back whatever was written by RFC 4180', () => {
    const field = fc.string().map((text) => text.trim());
    const row = fc.array(field, { minLength: 1, maxLength: 4 }).filter((fields) => fields.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const written = rows.map((fields) => fields.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(readCsv(written, ',').map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  test('never throws, and no line number leads past the end of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ') }), (text) => {
        const lineCount = text.split(/\r\n|\n|\r/u).length;
        expect(readCsv(text, ',').every(({ lineNumber }) => lineNumber <= lineCount)).toBe(true);
      }),
    );
  });
});
