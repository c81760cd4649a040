import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { countedTests } from '../../build/soak/rounds.mjs';
import { stepNames } from '../../build/test/steps.mjs';
import { commandNames } from '../../electron/cli/command-names.ts';
import { checkHelp, sondeHelp } from '../../electron/cli/help.ts';

const read = (path: string): string => readFileSync(join(rootFolder, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync(join(rootFolder, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const { scripts, version } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly version: string;
};

/** Paths between backticks, and what links and pictures lead to. */
function pathsIn(page: string): readonly string[] {
  const text = read(page);
  const ticked = [...text.matchAll(/`((?:test|build|shared|electron|renderer|docs|\.github)\/[\w./-]+\.\w+)`/gu)].map(
    ([, path]) => path ?? '',
  );
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, path]) => join(folder, path ?? ''));
  return [...ticked, ...linked].filter((path) => !/NNNN|-N\./u.test(path));
}

describe.each(pages)('%s', (page) => {
  it('leads only to files that are there', () => {
    expect(pathsIn(page).filter((path) => !existsSync(join(rootFolder, path)))).toEqual([]);
  });

  it('names only npm scripts that are there', () => {
    const named = [...read(page).matchAll(/npm (?:run )?([\w-]+)/gu)].map(([, name]) => name ?? '');
    const ofNpm = ['ci', 'exec', 'install', 'audit', 'sbom', 'registry', 'script', 'scripts', 'package'];
    expect(named.filter((name) => !(name in scripts) && !ofNpm.includes(name))).toEqual([]);
  });
});

describe('README.md', () => {
  const words = [...read('README.md').matchAll(/npx --no-install sonde ([^#\n]*)/gu)].map(([, line]) => (line ?? '').trim());

  it('shows commands that are there', () => {
    const known = new Set<string>(commandNames);
    expect(words.length).toBeGreaterThan(8);
    expect(words.map((line) => line.split(' ')[0] ?? '').filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows flags that the help of the command names', () => {
    const helps = readdirSync(join(rootFolder, 'electron', 'cli'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('-help.ts'),
    );
    const helpOf = (name: string): string =>
      name === 'check' ? checkHelp : read(join('electron', 'cli', helps.find((file) => file.endsWith(`/${name}-help.ts`)) ?? 'no help'));
    const unknown = words.flatMap((line) => {
      const help = helpOf(line.split(' ')[0] ?? '');
      return [...line.matchAll(/\s(--[\w-]+)/gu)].map(([, flag]) => flag ?? '').filter((flag) => !help.includes(flag));
    });
    expect(unknown).toEqual([]);
  });

  it('says of the exit codes what the help says', () => {
    const said = read('README.md').replaceAll(/\s+/gu, ' ');
    expect(said).toContain('130: interrupted');
    expect(sondeHelp.replaceAll(/\s+/gu, ' ')).toContain('130 when interrupted');
  });
});

it('CHANGELOG.md has a part for the version that package.json names', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[(Unreleased\\] ${version}|${version}\\] - \\d{4}-\\d\\d-\\d\\d)$`, 'mu'));
});

it('SECURITY.md names a test for every promise', () => {
  const promises = (read('SECURITY.md').split('## Promises')[1] ?? '').split('## Limits')[0] ?? '';
  const paragraphs = promises.split('\n\n').filter((paragraph) => paragraph.startsWith('**'));
  expect(paragraphs.length).toBeGreaterThan(10);
  expect(paragraphs.filter((paragraph) => !/`test\/|docs\/reliability/u.test(paragraph))).toEqual([]);
});

it('docs/reliability.md tells of every counted test how often the soak repeats it', () => {
  const rows = read('docs/reliability.md').split('\n');
  const missing = countedTests.filter(
    ({ variable, rounds, files }) =>
      !rows.some((row) => row.includes(`${rounds.toLocaleString('en')} (\`${variable}\`)`) && row.includes(files)),
  );
  expect(missing.map(({ variable }) => variable)).toEqual([]);
});

it('docs/reliability.md names steps and files of tests that are there', () => {
  const files = readdirSync(join(rootFolder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`);
  const commands = read('docs/reliability.md')
    .split('\n')
    .filter((row) => /^\|.*\|.*\|.*\|.*\|$/u.test(row) && !/^\| (Claim|---)/u.test(row))
    .flatMap((row) => (row.split('|').at(-2) ?? '').trim().split(', '));
  expect(commands.length).toBeGreaterThan(25);
  const unknown = commands.filter((command) => {
    const [step = '', ...words] = command.split(' ');
    return !stepNames.includes(step) || words.some((word) => !files.some((file) => file.includes(word)));
  });
  expect(unknown).toEqual([]);
});
