import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Check } from '../../../shared/check/check.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { LONGEST_LINE_BYTES, readCheckLines, type CheckLine } from '../../../shared/report/read-check-lines.ts';
import { splitLines } from '../../../shared/report/split-lines.ts';
import { refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { tlsCheck } from '../history/tls-check.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): readonly CheckLine[] {
  return [...readCheckLines([bytesOf(text)])];
}

/** One line of JSON with something in it changed. */
function lineWith(change: (document: Record<string, unknown>) => void): string {
  const document: Record<string, unknown> = structuredClone(sampleCheck());
  change(document);
  return `${JSON.stringify(document)}\n`;
}

describe('readCheckLines', () => {
  test('reads back what was written, but for its number', () => {
    const checks = [sampleCheck({ id: 7 }), sampleCheck({ ...refusal, id: 8 }), tlsCheck()];
    const lines = read(checks.map(jsonLine).join(''));
    expect(lines).toEqual(checks.map((check, index) => ({ kind: 'check', lineNumber: index + 1, check: { ...check, id: null } })));
  });

  test('reads what is said of a host between the checks, made visible like all else', () => {
    const line = { kind: 'host', version: 1, host: 'a.example', displayName: 'The printer', isFavourite: true, tags: ['office'] } as const;
    const notes = [{ text: 'Two\nlines, \u001b[31mred', writtenAtMs: 5, editedAtMs: null }];
    const lines = read(jsonLine(sampleCheck()) + jsonLine({ ...line, notes }));
    expect(lines[1]).toEqual({
      kind: 'host',
      lineNumber: 2,
      line: { ...line, notes: [{ text: 'Two\nlines, ␛[31mred', writtenAtMs: 5, editedAtMs: null }], formerNames: [], endpoints: [] },
    });
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a newer version', { version: 2 }, /version/u],
    ['a host that would be an option', { host: '-oProxyCommand=x' }, /host/u],
    ['something more', { more: 1 }, /more/u],
    ['a moment that no calendar has', { notes: [{ text: 'a', writtenAtMs: 1e300, editedAtMs: null }] }, /writtenAtMs/u],
  ])('a host line with %s is none of ours', (_, changes, detail) => {
    const line = { kind: 'host', version: 1, host: 'a.example', displayName: null, isFavourite: false, tags: [], notes: [], ...changes };
    expect(read(jsonLine(line))).toEqual([
      { kind: 'bad_line', problem: { lineNumber: 1, why: 'not_a_check', detail: expect.stringMatching(detail) } },
    ]);
  });

  test('passes over empty lines, a byte order mark and the line ends of Windows, and counts them', () => {
    const line = jsonLine(sampleCheck()).trimEnd();
    expect(
      read(`\ufeff${line}\r\n\r\n \n${line}`).map(({ kind, ...rest }) => [kind, 'lineNumber' in rest ? rest.lineNumber : null]),
    ).toEqual([
      ['check', 1],
      ['check', 4],
    ]);
  });

  test.each<[string, string, string, RegExp]>([
    ['no JSON', '{"version":1', 'not_json', /^$/u],
    ['another JSON', '{"a":1}', 'not_a_check', /version/u],
    ['a list', '[]', 'not_a_check', /./u],
    ['a newer version', lineWith((check) => (check['version'] = 2)), 'not_a_check', /version/u],
    ['something more', lineWith((check) => (check['more'] = 1)), 'not_a_check', /more/u],
    ['something less', lineWith((check) => delete check['stages']), 'not_a_check', /stages/u],
    [
      'a port that does not exist',
      lineWith((check) => (check['target'] = { host: 'a', port: 70_000, transport: 'tcp' })),
      'not_a_check',
      /port/u,
    ],
    [
      'a host that would be an option',
      lineWith((check) => (check['target'] = { host: '-oProxyCommand=x', port: 1, transport: 'tcp' })),
      'not_a_check',
      /host/u,
    ],
    ['an unknown outcome', lineWith((check) => (check['outcome'] = 'exploded')), 'not_a_check', /outcome/u],
    ['a time outside the calendar', lineWith((check) => (check['startedAtMs'] = 1e300)), 'not_a_check', /startedAtMs/u],
    ['half a millisecond', lineWith((check) => (check['startedAtMs'] = 1.5)), 'not_a_check', /startedAtMs/u],
    ['a negative duration', lineWith((check) => (check['durationMs'] = -1)), 'not_a_check', /durationMs/u],
    ['a prototype', jsonLine(sampleCheck()).replace('{"version"', '{"__proto__":{"id":1},"version"'), 'not_a_check', /__proto__/u],
    ['a million brackets', '['.repeat(900_000), 'not_json', /^$/u],
    ['deep nesting', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'not_a_check', /./u],
  ])('names the line that holds %s, and reads no further', (_, bad, why, detail) => {
    const good = jsonLine(sampleCheck());
    const lines = read(`${good}${bad.trimEnd()}\n${good}`);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ kind: 'bad_line', problem: { lineNumber: 2, why } });
    if (lines[1]?.kind === 'bad_line') expect(lines[1].problem.detail).toMatch(detail);
  });

  test('says of bytes that are no UTF-8 that they are none', () => {
    expect([...readCheckLines([new Uint8Array([0x7b, 0xff, 0x7d, 0x0a])])]).toEqual([
      { kind: 'bad_line', problem: { lineNumber: 1, why: 'not_utf8', detail: '' } },
    ]);
  });

  test('holds no more than a line in memory, and refuses one that does not end', () => {
    let taken = 0;
    const endless = (function* () {
      for (;;) {
        taken += 1;
        yield new Uint8Array(64 * 1024).fill(0x61);
      }
    })();
    expect([...readCheckLines(endless)]).toEqual([{ kind: 'bad_line', problem: { lineNumber: 1, why: 'too_long', detail: '' } }]);
    expect(taken * 64 * 1024).toBeLessThan(2 * LONGEST_LINE_BYTES);
  });

  test.each(['1e999', '-1e999'])('refuses a number that is infinite, wherever it stands: %s', (number) => {
    const line = jsonLine(sampleCheck());
    // What cannot be written again as JSON could be saved, and never read back.
    for (const { index } of line.matchAll(/(?<="durationMs":)[\d.]+/gu)) {
      const rest = line.slice(index).replace(/^[\d.]+/u, '');
      expect(read(line.slice(0, index) + number + rest)).toMatchObject([{ kind: 'bad_line', problem: { why: 'not_a_check' } }]);
    }
  });

  test('makes visible what somebody else wrote into a check', () => {
    const hostile = sampleCheck({
      ...refusal,
      failure: { ...refusal.failure!, detail: 'one\ntwo \u001b[31m \u202e' },
      greeting: { ...sampleCheck().greeting!, text: 'one\ntwo\u001b[31m\u202e' },
    });
    const [line] = read(`${JSON.stringify(hostile)}\n`);
    const check = line?.kind === 'check' ? line.check : null;
    expect(check?.failure?.detail).toBe('one␊two ␛[31m \\u{202e}');
    expect(check?.greeting?.text).toBe('one\ntwo␛[31m\\u{202e}');
  });

  test('never throws and never lets through what does not fit, for 10,000 broken lines', () => {
    const line = jsonLine(tlsCheck()).trimEnd();
    const broken = fc
      .tuple(fc.nat(line.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }))
      .map(([at, cut, put]) => line.slice(0, at) + put + line.slice(at + cut));
    fc.assert(
      fc.property(broken, (text) => {
        for (const found of read(text)) {
          if (found.kind === 'bad_line') expect(found.problem.detail.length).toBeLessThanOrEqual(200);
          else if (found.kind === 'check') expect(found.check).toMatchObject({ version: 1, id: null, caseId: null });
          else expect(found.line).toMatchObject({ version: 1 });
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('splitLines', () => {
  test('finds the same lines however the bytes are cut', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', '\u2028', ' ', '"') }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 }), (lines, cuts) => {
        const bytes = bytesOf(lines.map((line) => `${line}\n`).join(''));
        const chunks: Uint8Array[] = [];
        for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length]!;
          chunks.push(bytes.subarray(start, start + size));
          start += size;
        }
        const found = [...splitLines(chunks, 1_000)];
        expect(found).toEqual(lines.map((text, index) => ({ kind: 'line', lineNumber: index + 1, text })));
      }),
    );
  });
});

test('a line of JSON shows a terminal nothing it would obey, and reads back the same', () => {
  const text = '\u001b[31m \u009b \u202e \u2028 \ufeff é';
  const check: Check = sampleCheck({ vantage: text });
  const line = jsonLine(check);
  expect(line.slice(0, -1)).not.toMatch(/\p{Cc}|\p{Cf}|\p{Zl}/u);
  expect(JSON.parse(line)).toEqual(check);
});
