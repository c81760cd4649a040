import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeVisible } from '../../../shared/console/display.ts';
import { csvHeader, csvRow } from '../../../shared/report/csv-checks.ts';
import { csvLine } from '../../../shared/report/csv-line.ts';
import { refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { tlsCheck } from '../history/tls-check.ts';

/** Reads RFC 4180 with every field quoted, and nothing else. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [whole, field = '', end = ''] = /^"((?:[^"]|"")*)"(,|\r\n)/u.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Not a quoted field: ${rest.slice(0, 40)}`);
    row.push(field.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** What a spreadsheet takes for a formula, or skips before one. */
const opensFormula = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

describe('csvLine', () => {
  test('quotes every field and doubles quotes', () => {
    expect(csvLine(['a', 'say "hi", you', '', null, 3.5])).toBe('"a","say ""hi"", you","","","3.5"\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\u0000=1', '＝1', '＋1', '－1', '＠1'])(
    '%j is text and no formula',
    (text) => {
      const [[field] = []] = readCsv(csvLine([text]));
      expect(field).toMatch(/^'/u);
    },
  );

  test('never writes a formula, a control character or a broken row, whatever a peer sent', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('=', '+', '"', ',', '\r', '\n', '\0', '@', '\t', 'a', '＝', ' ') }),
      ),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(hostile, (fields) => {
        const line = csvLine(fields);
        const rows = readCsv(line);
        expect(rows).toHaveLength(1);
        expect(rows[0]).toHaveLength(fields.length);
        for (const field of rows[0]!) expect(field).not.toMatch(opensFormula);
        expect(line.slice(0, -2)).not.toMatch(/\p{Cc}|\p{Cf}/u);
      }),
    );
  });

  test('gives back the text it was given, made visible, behind at most one apostrophe', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=cmd|calc', "'=1", '"', '""', ',', '\r\n'),
    );
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1 }), (fields) => {
        const [row = []] = readCsv(csvLine(fields));
        expect(row).toEqual(fields.map((field) => `${opensFormula.test(field) ? "'" : ''}${makeVisible(field)}`));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a check as a row', () => {
  test('has a field for every column', () => {
    const [names, ...rows] = readCsv(csvHeader() + csvRow(sampleCheck({ id: 7 })) + csvRow(sampleCheck(refusal)) + csvRow(tlsCheck()));
    for (const row of rows) expect(row).toHaveLength(names!.length);
    const first = Object.fromEntries(names!.map((name, place) => [name, rows[0]![place]]));
    expect(first).toMatchObject({
      id: '7',
      started_utc: '2026-11-18T11:06:40.000Z',
      host: 'ftp.example.com',
      port: '21',
      outcome: 'succeeded',
      address: '203.0.113.96',
      resolved_addresses: '203.0.113.96 2001:db8::96',
      connect_ms: '12.5',
      handshake_ms: '',
      came_back: '220 (vsFTPd 3.0.3)',
    });
  });

  test('of a certificate with impossible dates has an empty field', () => {
    const [names, row] = readCsv(csvHeader() + csvRow(tlsCheck({ validToMs: 9e15 })));
    expect(row![names!.indexOf('certificate_valid_to_utc')]).toBe('');
  });

  test('of a peer that sends a formula is text', () => {
    const greeting = { ...sampleCheck().greeting!, text: '=HYPERLINK("http://evil.example","x")' };
    const service = { ...sampleCheck().service!, product: '@SUM(1)' };
    expect(csvRow(sampleCheck({ greeting, service }))).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  });
});
