import { describe, expect, test } from 'vitest';

import { readChoice } from '../../../electron/cli/history/read-choice.ts';
import { readExport } from '../../../electron/cli/transfer/read-export.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 12);
const anything = { kind: 'all', outcomes: null, port: null, address: null, fromMs: null, toMs: null, text: null };

function choose(words: readonly string[], values: Parameters<typeof readChoice>[1] = {}) {
  const reading = readChoice(words, values, NOW_MS);
  return reading.kind === 'read' ? reading.choice : reading.problem;
}

describe('the checks a command line chooses', () => {
  test.each<[readonly string[], string | null, number | null]>([
    [[], null, null],
    [['web1.example.net'], 'web1.example.net', null],
    [['Web1.Example.NET.'], 'web1.example.net', null],
    [['web1.example.net:443'], 'web1.example.net', 443],
    [['web1.example.net', '443'], 'web1.example.net', 443],
    [['https://web1.example.net/'], 'web1.example.net', 443],
    [['2001:db8::5'], '2001:db8::5', null],
    [['[2001:db8::5]:22'], '2001:db8::5', 22],
    [['203.0.113.96'], '203.0.113.96', null],
  ])('%j are of host %s, port %s', (words, host, port) => {
    expect(choose(words)).toEqual({ host, filter: { ...anything, port }, dataFolder: null });
  });

  test('are narrowed by every flag', () => {
    const values = {
      since: '2h',
      until: '2026-11-20T11:30:00Z',
      port: '8443',
      outcome: 'refused, timed_out',
      text: 'ESMTP',
      changes: true,
      data: '/d',
    };
    expect(choose(['a.example:80'], values)).toEqual({
      host: 'a.example',
      filter: {
        ...anything,
        kind: 'changes',
        outcomes: ['refused', 'timed_out'],
        port: 8_443,
        fromMs: NOW_MS - 7_200_000,
        toMs: NOW_MS - 1_800_000,
        text: 'ESMTP',
      },
      dataFolder: '/d',
    });
    expect(choose([], { failures: true })).toMatchObject({ filter: { kind: 'failures' } });
  });

  test.each<[readonly string[], Parameters<typeof readChoice>[1], RegExp]>([
    [['a b c d'], {}, /is not a host/u],
    [['a.example', '1-9'], {}, /is not a host/u],
    [[], { since: 'soon' }, /--since soon/u],
    [[], { until: '31.12.2026' }, /--until 31\.12\.2026/u],
    [[], { port: '0' }, /--port 0/u],
    [[], { port: '70000' }, /--port 70000/u],
    [[], { outcome: 'refused,open' }, /of succeeded, refused/u],
    [[], { outcome: '' }, /--outcome/u],
    [[], { failures: true, changes: true }, /name one of them/u],
  ])('%j %j is refused in a sentence', (words, values, sentence) => {
    expect(choose(words, values)).toMatch(sentence);
  });
});

describe('what a command line exports', () => {
  function request(values: Parameters<typeof readExport>[1], words: readonly string[] = []) {
    const reading = readExport(words, values, NOW_MS);
    return reading.kind === 'read' ? reading.request : reading.problem;
  }

  test.each([
    [{}, 'json_lines'],
    [{ output: 'a.csv' }, 'csv'],
    [{ output: 'A.HTML' }, 'html'],
    [{ output: 'a.md' }, 'markdown'],
    [{ output: 'a.jsonl' }, 'json_lines'],
    [{ output: 'v1.2/backup' }, 'json_lines'],
    [{ output: 'constructor' }, 'json_lines'],
    [{ output: 'a.html', format: 'csv' }, 'csv'],
    [{ format: 'Markdown' }, 'markdown'],
  ])('%j is written as %s', (values, format) => {
    expect(request(values)).toMatchObject({ format });
  });

  test('hides what it is told to', () => {
    expect(request({ hide: 'names, addresses' })).toMatchObject({ redaction: { names: true, addresses: true, notes: false } });
    expect(request({})).toMatchObject({ redaction: { names: false, addresses: false, notes: false } });
  });

  test.each([
    [{ format: 'docx' }, /json, csv, markdown or html/u],
    [{ format: '__proto__' }, /json, csv, markdown or html/u],
    [{ hide: 'ports' }, /addresses, names or notes/u],
    [{ hide: '' }, /addresses, names or notes/u],
    [{ output: '' }, /a file is wanted/u],
    [{ output: 'a.PDF' }, /the ending says no format/u],
    [{ output: 'a.constructor' }, /the ending says no format/u],
    [{ since: 'soon' }, /--since soon/u],
  ])('%j is refused in a sentence', (values, sentence) => {
    expect(request(values)).toMatch(sentence);
  });
});
