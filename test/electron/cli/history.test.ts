import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { openStore } from '../../../electron/store/open.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Check } from '../../../shared/check/check.ts';
import { checkOf, refusal, sampleCheck } from '../store/sample-check.ts';
import { checksIn, sonde, temporaryFolder } from './sonde.ts';

const NOW_MS = Date.now();
const DAY_MS = 86_400_000;

/** A folder with a history of these checks. */
function historyOf(...checks: readonly Check[]): string {
  const folder = temporaryFolder();
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  saveChecks(opening.store, checks);
  closeStore(opening.store);
  return folder;
}

/** a.example:80 worked three days ago, was refused an hour ago and a minute ago; b.example works. */
function someDays(): string {
  return historyOf(
    checkOf('a.example', 80, { startedAtMs: NOW_MS - 3 * DAY_MS }),
    checkOf('b.example', 443, { startedAtMs: NOW_MS - 2 * DAY_MS }),
    checkOf('a.example', 80, {
      ...refusal,
      startedAtMs: NOW_MS - 3_600_000,
      resolution: { ...sampleCheck().resolution!, addresses: [{ address: '203.0.113.97', family: 4 }] },
    }),
    checkOf('a.example', 80, { ...refusal, startedAtMs: NOW_MS - 60_000 }),
  );
}

const mistakes: readonly (readonly [title: string, words: readonly string[], sentence: RegExp])[] = [
  ['history since whenever', ['history', '--since', 'whenever'], /--since whenever: a time is wanted/u],
  ['history of some', ['history', '--limit', 'some'], /--limit some/u],
  ['compare without numbers', ['compare'], /Name two checks/u],
  ['compare of a check that is not there', ['compare', '1', '99'], /no check 99/u],
  ['compare of an endpoint never checked', ['compare', 'c.example:80'], /c\.example:80 was never checked/u],
  ['compare of an endpoint that never failed', ['compare', 'b.example:443'], /no earlier check that worked/u],
  ['import of nothing', ['import'], /Name one file/u],
  ['import of a file that is not there', ['import', '/nonexistent/file.jsonl'], /cannot be read/u],
  ['backup without a file', ['backup'], /Name one file/u],
  ['restore without a file', ['restore'], /Name one file/u],
  ['restore over a history, by accident', ['restore', '/nonexistent/copy.sqlite'], /replaces a history of 4 checks, .* say --force/u],
  ['restore of a file that is not there', ['restore', '/nonexistent/copy.sqlite', '--force'], /nonexistent/u],
  ['backup into nowhere', ['backup', '/nonexistent/copy.sqlite'], /cannot be written/u],
];

test.each(mistakes)('%s ends with 2 and one sentence on stderr', async (_, words, sentence) => {
  const { exitCode, stdout, stderr } = await sonde([...words, '--data', someDays()]);
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
});

test.each(['watch', 'history', 'compare', 'export', 'import', 'backup', 'restore'])(
  'the help of %s shows examples first, and fits 100 columns',
  async (command) => {
    const [asked, helped] = await Promise.all([sonde([command, '--help']), sonde(['help', command])]);
    expect(asked.stdout).toBe(helped.stdout);
    expect(asked.stdout).toMatch(new RegExp(`^Examples\n {2}sonde ${command} `, 'u'));
    expect(asked.stdout).toMatch(/Exit code: 0/u);
    expect(Math.max(...asked.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect([asked.stderr, asked.exitCode]).toEqual(['', 0]);
  },
);

describe('sonde history', () => {
  test('lists checks newest first, a line each with the number that compare takes', async () => {
    const { stdout, exitCode } = await sonde(['history', '--data', someDays()]);
    const lines = stdout.trimEnd().split('\n');
    expect(
      lines.map((line) =>
        line
          .trim()
          .split(/ +/u)
          .slice(0, 5)
          .join(' ')
          .replace(/\d{4}-\S+ \S+ /u, ''),
      ),
    ).toEqual(['4 a.example:80 Refused', '3 a.example:80 Refused', '2 b.example:443 Succeeded', '1 a.example:80 Succeeded']);
    expect(exitCode).toBe(0);
  });

  test.each<[readonly string[], readonly number[]]>([
    [['A.Example.:80'], [4, 3, 1]],
    [['a.example:443'], []],
    [
      ['--since', '2h'],
      [4, 3],
    ],
    [['--changes'], [3]],
    [
      ['--text', 'vsftpd'],
      [2, 1],
    ],
    [['--limit', '1'], [4]],
  ])('%j lists %j', async (words, ids) => {
    const { stdout, stderr, exitCode } = await sonde(['history', ...words, '--json', '--data', someDays()]);
    expect(checksIn(stdout).map(({ id }) => id)).toEqual(ids);
    expect(exitCode).toBe(ids.length === 0 ? 1 : 0);
    expect(stderr).toBe(ids.length === 0 ? 'sonde: No check matches.\n' : '');
  });

  test.each([['history'], ['compare', '1', '2'], ['export'], ['backup', 'copy.sqlite']])(
    'a mistyped folder is said, and no history begins there: %s',
    async (...words) => {
      const folder = join(temporaryFolder(), 'mistyped');
      expect(await sonde([...words, '--data', folder])).toMatchObject({
        exitCode: 2,
        stderr: `sonde: There is no history in ${folder}.\n`,
      });
      expect(existsSync(folder)).toBe(false);
    },
  );

  test('says that a host was never checked', async () => {
    expect(await sonde(['history', 'c.example', '--data', someDays()])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'sonde: c.example was never checked.\n',
    });
  });
});

describe('sonde compare', () => {
  test('says in a sentence what changed, and shows only what differs', async () => {
    const { stdout, exitCode } = await sonde(['compare', '3', '1', '--data', someDays()]);
    expect(stdout).toContain('Refused now, succeeded before. Resolves to 203.0.113.97 now, was .96, 2001:db8::96.');
    expect(stdout).toMatch(/≠ {2}Outcome +Succeeded +Refused/u);
    expect(stdout).not.toContain('Seen from');
    expect(exitCode).toBe(1);
  });

  test('takes an endpoint: its last check and the last that worked', async () => {
    const { stdout } = await sonde(['compare', 'a.example:80', '--all', '--json', '--data', someDays()]);
    expect(JSON.parse(stdout)).toMatchObject({ older: { id: 1 }, newer: { id: 4 }, outcome: 'Refused now, succeeded before.' });
  });

  test('ends with 0 when nothing changed, and shows all when asked', async () => {
    const folder = historyOf(sampleCheck(), sampleCheck({ startedAtMs: NOW_MS }));
    const { stdout, exitCode } = await sonde(['compare', '1', '2', '--all', '--data', folder]);
    expect(stdout).toContain('Succeeded both times. Nothing else that was seen differs.');
    expect(stdout).toMatch(/= {2}Outcome +Succeeded +Succeeded/u);
    expect(exitCode).toBe(0);
  });
});

describe('sonde export and sonde import', () => {
  test('carry a history from one computer to another without a loss', async () => {
    const [from, to] = [someDays(), temporaryFolder()];
    const file = join(temporaryFolder(), 'history.jsonl');
    const written = await sonde(['export', '--data', from, '--output', file]);
    expect(written).toMatchObject({ exitCode: 0, stdout: '', stderr: `4 checks written to ${file}.\n` });

    const preview = await sonde(['import', file, '--dry-run', '--data', to]);
    expect(preview.stdout).toMatch(/^This would import 4 checks of 2 hosts\.\n2 hosts are new\./u);
    expect((await sonde(['history', '--data', to])).exitCode).toBe(1);

    expect((await sonde(['import', file, '--data', to])).stdout).toMatch(/^4 checks of 2 hosts imported\./u);
    const again = await sonde(['export', '--data', to]);
    const withoutIds = (text: string): readonly Check[] => checksIn(text).map((check) => ({ ...check, id: null }));
    expect(withoutIds(again.stdout)).toEqual(withoutIds(readFileSync(file, 'utf8')));
    expect((await sonde(['import', file, '--data', to])).stdout).toContain('4 are in the history already and left out.');
  });

  test('a bad line is named and nothing is imported', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'bad.jsonl');
    const { stdout: good } = await sonde(['export', '--data', someDays()]);
    writeFileSync(file, `${good}{"version":1,"outcome":"\\u001b[31m"}\n`);
    const { exitCode, stderr } = await sonde(['import', file, '--data', folder]);
    expect(stderr).toMatch(/^sonde: Line 5 is not a check of Sonde \([^\n]+\); nothing was imported\.\n$/u);
    expect(stderr).not.toContain('\u001b');
    expect(exitCode).toBe(2);
    expect((await sonde(['history', '--data', folder])).exitCode).toBe(1);
  });

  test('a file is not replaced by accident', async () => {
    const file = join(temporaryFolder(), 'out.csv');
    writeFileSync(file, 'mine');
    const folder = someDays();
    expect(await sonde(['export', '--data', folder, '--output', file])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('say --force'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await sonde(['export', '--data', folder, '--output', file, '--force'])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file, 'utf8')).toMatch(/^"id","started_utc"/u);
  });

  test('a report for a ticket is one page, and tells nothing it was told to hide', async () => {
    const file = join(temporaryFolder(), 'report.html');
    const words = ['export', 'a.example', '--output', file, '--hide', 'names,addresses', '--question', 'What is wrong with a.example?'];
    expect((await sonde([...words, '--data', someDays()])).exitCode).toBe(0);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('<h1>What is wrong with host-1?</h1>');
    expect(html).not.toMatch(/a\.example|203\.0\.113|2001:db8/u);
    expect(html).toContain('<svg');
  });

  test('a report can be read in the terminal', async () => {
    const { stdout } = await sonde(['export', 'a.example', '--format', 'markdown', '--data', someDays()]);
    expect(stdout).toMatch(/^# Why does a\.example:80 not work\?\n/u);
    expect(stdout).toContain('### What changed since it last worked');
  });

  test('an ending that is no format of ours is asked about, and no file appears', async () => {
    const folder = someDays();
    const path = join(folder, 'report.pdf');
    expect(await sonde(['export', '--output', path, '--data', folder])).toMatchObject({
      exitCode: 2,
      stderr: `sonde: --output ${path}: the ending says no format; add --format json, csv, markdown or html.\n`,
    });
    expect(existsSync(path)).toBe(false);
  });

  test('nothing to write ends with 1', async () => {
    expect(await sonde(['export', '--since', '1s', '--data', someDays()])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'sonde: No check matches.\n',
    });
    expect(await sonde(['export', '--format', 'html', '--since', '1s', '--data', someDays()])).toMatchObject({
      exitCode: 1,
      stderr: 'sonde: No check matches.\n',
    });
  });
});

describe('sonde backup', () => {
  test('makes a history that works in place of the first', async () => {
    const [from, to] = [someDays(), temporaryFolder()];
    const { stdout, exitCode } = await sonde(['backup', join(to, 'history.sqlite'), '--data', from]);
    expect(stdout).toMatch(/copied to .+ and verified \(\d+.kB\)\.\n$/u);
    expect(exitCode).toBe(0);
    expect(checksIn((await sonde(['history', '--json', '--data', to])).stdout)).toHaveLength(4);
  });

  test('is not made over the history itself, nor over another file by accident', async () => {
    const from = someDays();
    expect(await sonde(['backup', join(from, 'history.sqlite'), '--force', '--data', from])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('the history itself'),
    });
    const file = join(temporaryFolder(), 'there');
    writeFileSync(file, 'mine');
    expect(await sonde(['backup', file, '--data', from])).toMatchObject({ exitCode: 2 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
