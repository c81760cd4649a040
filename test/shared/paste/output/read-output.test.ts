import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { checkSchema } from '../../../../shared/check/check.ts';
import { measurementSchema } from '../../../../shared/guidance/measurement.ts';
import { serverFactSchema } from '../../../../shared/guidance/server-fact.ts';
import { factFrom, measurementFrom } from '../../../../shared/paste/output/as-evidence.ts';
import { checkFrom } from '../../../../shared/paste/output/check-from.ts';
import { outputForms } from '../../../../shared/paste/output/output-forms.ts';
import type { OutputReading } from '../../../../shared/paste/output/output-reading.ts';
import type { PasteContext } from '../../../../shared/paste/output/paste-context.ts';
import { readOutput } from '../../../../shared/paste/output/read-output.ts';
import { readFixtures } from './read-fixtures.ts';
import { showOutput } from './show-output.ts';
import { leastProcessorTimeMs } from '../../../support/processor-time.ts';

const fixtures = readFixtures();
const context: PasteContext = {
  target: { host: '203.0.113.96', port: 21, transport: 'tcp' },
  addresses: ['203.0.113.96'],
  programs: [],
  client: '198.51.100.10',
};
const place = { vantage: 'customer', seenAtMs: 1_795_000_000_000 };

/** Everything a reading becomes: what is stored and shown. */
function evidenceOf(reading: OutputReading): readonly unknown[] {
  if (reading.kind === 'unreadable') return [];
  return [
    ...reading.endpoints.map((endpoint) => v.parse(checkSchema, checkFrom(endpoint, place))),
    ...reading.measurements.map((told) => v.parse(measurementSchema, measurementFrom(told, place))),
    ...reading.facts.map((told) => v.parse(serverFactSchema, factFrom(told, place.seenAtMs))),
  ];
}

describe('readOutput', () => {
  test.each(fixtures.map((fixture) => ({ ...fixture, name: `${fixture.file}: ${fixture.title}` })))(
    'reads $name',
    ({ text, reads, context: about }) => {
      expect(showOutput(readOutput(text, about))).toEqual(reads);
    },
  );

  test('every fixture says where it comes from, and has a title of its own', () => {
    expect(fixtures.filter(({ source }) => !/^(?:captured|cited|unverified), \S/u.test(source)).map(({ title }) => title)).toEqual([]);
    // Somebody can look a cited text up: a page, a manual, a seed. "Public notes" are no source.
    const cited = fixtures.filter(({ source }) => source.startsWith('cited'));
    expect(cited.filter(({ source }) => !isFindable(source)).map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
    expect(new Set(fixtures.map(({ file, title }) => `${file} ${title}`)).size).toBe(fixtures.length);
  });

  test('every form is reached by a fixture', () => {
    const reached = new Set(
      fixtures
        .map(({ text, context: about }) => readOutput(text, about))
        .flatMap((reading) => (reading.kind === 'read' ? reading.forms : [])),
    );
    expect(outputForms.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  test.each([
    ['', 'empty'],
    ['\n \n', 'empty'],
    ['Hello, it does not work for us. Could you please look?', 'not_recognised'],
    ['x'.repeat(300_000), 'text_too_long'],
    ['LISTEN 0      511         0.0.0.0:80         0.0.0.0:*', 'target_missing'],
  ])('refuses %j as %s', (text, problem) => {
    expect(readOutput(text.slice(0, 300_000))).toMatchObject({ kind: 'unreadable', problem: { kind: problem } });
  });

  test('reads several commands of one paste one by one', () => {
    const text = fixtures
      .filter(
        ({ file, title }) => (file === 'nc-openbsd' && title === 'a port nobody listens on') || (file === 'ss' && title === 'ss -ltnp'),
      )
      .map((fixture) => fixture.text)
      .join('');
    const reading = readOutput(`${text}$ getenforce\nPermissive\n`, {
      ...context,
      target: { host: '203.0.113.97', port: 21, transport: 'tcp' },
      addresses: [],
    });
    expect(showOutput(reading)).toEqual([
      'tcp 203.0.113.96:80 refused; connection_refused ECONNREFUSED at connect; 203.0.113.96=refused',
      expect.stringMatching(/^system linux/u),
      expect.stringMatching(/^listening all/u),
      expect.stringMatching(/^program vsftpd/u),
      'selinux no no | Permissive',
    ]);
  });

  test('reads what a mail program quoted and what a terminal coloured', () => {
    const quoted = '> $ nc -vz 203.0.113.96 80\n> nc: connect to 203.0.113.96 port 80 (tcp) failed: Connection refused';
    const coloured = '\u001b[1;31mnc: connect to 203.0.113.96 port 80 (tcp) failed: Connection refused\u001b[0m\r\n';
    for (const text of [quoted, coloured]) expect(showOutput(readOutput(text))[0]).toMatch(/^tcp 203\.0\.113\.96:80 refused/u);
  });

  test('everything it reads fits the schemas of checks, measurements and facts', () => {
    for (const { text, context: about } of fixtures) {
      const reading = readOutput(text, about);
      expect(evidenceOf(reading).length).toBe(
        reading.kind === 'read' ? reading.endpoints.length + reading.measurements.length + reading.facts.length : 0,
      );
    }
  });

  test('a pasted check says its place, has no number yet, and no time that nobody told', () => {
    const reading = readOutput('nc: connect to 203.0.113.96 port 80 (tcp) failed: Connection refused');
    const [endpoint] = reading.kind === 'read' ? reading.endpoints : [];
    expect(endpoint && checkFrom(endpoint, place)).toMatchObject({
      id: null,
      vantage: 'customer',
      startedAtMs: place.seenAtMs,
      durationMs: 0,
      outcome: 'refused',
      failure: { detail: 'nc: connect to 203.0.113.96 port 80 (tcp) failed: Connection refused' },
      stages: [{ outcome: 'passed' }, { outcome: 'failed' }, { outcome: 'skipped' }, { outcome: 'skipped' }, { outcome: 'skipped' }],
      greeting: null,
      tls: null,
      http: null,
    });
  });
});

/** Lines of all fixtures, and pieces that parsers look for. */
const lines = fc.oneof(
  fc.constantFrom(...new Set(fixtures.flatMap(({ text }) => text.split('\n')))),
  fc.constantFrom(
    '$ nc -vz a 1',
    '# ps',
    'echo $?',
    '0',
    '{',
    '}',
    'table inet f {',
    'chain input {',
    '-A INPUT -j x',
    'Chain INPUT (policy DROP)',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** What must never be drawn: controls, reordering and hiding characters. Line feeds stay in greetings. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('readOutput, whatever is pasted', () => {
  test('never throws, and all it makes fits the schemas', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), fc.boolean(), (parts, isKnown) => {
        evidenceOf(isKnown ? readOutput(parts.join('\n'), context) : readOutput(parts.join('\n')));
      }),
      { numRuns: 2_000 },
    );
  });

  test('lets no hostile character through into what is stored and shown', () => {
    const hostile = ['\u001b]0;x\u0007', '\u202e', '\u200b', '\u0000', '\u2028', '\ud800', '\u009b31m', '\u{e0041}'];
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(fc.tuple(fc.nat(2_000), fc.constantFrom(...hostile)), { minLength: 1, maxLength: 6 }),
        (fixture, insertions) => {
          const text = insertions.reduce((whole, [at, what]) => whole.slice(0, at) + what + whole.slice(at), fixture.text);
          const shown = evidenceOf(readOutput(text, fixture.context));
          expect(stringsIn(shown).filter((string) => unsafe.test(string.replaceAll('\n', '')))).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['spaces', ' '],
    ['letters', 'a'],
    ['digits', '1'],
    ['colons', ':'],
    ['brackets', '('],
    ['equals signs', '= 1, '],
    ['hops', ' 1  198.51.100.1  1 ms'],
    ['prompts', '$ nc -vz '],
    ['rules', '-A INPUT -p tcp -m tcp --dport 80 -j INPUT\n'],
    ['jumps', 'chain a {\njump a\n}\n'],
    ['braces', '{ '],
    ['pings', '64 bytes from '],
  ])('takes eight times as long for eight times as many %s, not more', (_, piece) => {
    for (const before of ['', 'Ncat: ']) {
      const [few, many] = [30_000, 240_000].map((length) =>
        leastProcessorTimeMs(3, () => void readOutput(`${before}${piece.repeat(Math.floor(length / piece.length))}x`, context)),
      );
      // What grows with the square takes 64 times as long. Below some milliseconds other things weigh more.
      expect(many).toBeLessThan(24 * Math.max(few ?? 0, 10));
    }
  });
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

/** An address of the web, a page of a manual, or one of the seeds. */
function isFindable(source: string): boolean {
  return /[a-z0-9-]+\.(?:com|org|net|se)\b|[a-z0-9_-]\(\d\)|the seed/u.test(source.replace(/"[^"]*"/gu, ''));
}
