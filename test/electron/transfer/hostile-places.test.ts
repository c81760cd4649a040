import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { suggestName } from '../../../electron/transfer/suggest-name.ts';
import { writeFile } from '../../../electron/transfer/write-file.ts';
import { hostileHosts } from '../tools/hostile-hosts.ts';
import { temporaryFolder } from '../store/open-for-test.ts';
import { never } from './worker-file.ts';

const parts = ['what is ', 'exported'];
const written = { kind: 'written', sizeBytes: 16 };

describe('an export', () => {
  test('takes the place of a link, and leaves alone what the link leads to', async () => {
    const folder = temporaryFolder();
    const victim = join(temporaryFolder(), '.bashrc');
    writeFileSync(victim, 'mine');
    const path = join(folder, 'out.csv');
    symlinkSync(victim, path);
    expect(await writeFile({ path, mayReplace: false, parts }, never)).toEqual({ kind: 'exists', path });
    expect(await writeFile({ path, mayReplace: true, parts }, never)).toEqual(written);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('what is exported');
  });

  test('makes no file where a link leads that leads nowhere', async () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), 'autostart.desktop');
    const path = join(folder, 'out.csv');
    symlinkSync(elsewhere, path);
    expect(await writeFile({ path, mayReplace: false, parts }, never)).toEqual({ kind: 'exists', path });
    expect(await writeFile({ path, mayReplace: true, parts }, never)).toEqual(written);
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('replaces no file that came while it was written', async () => {
    const path = join(temporaryFolder(), 'out.csv');
    const meanwhile = (function* () {
      yield 'half of ';
      writeFileSync(path, 'mine');
      yield 'it';
    })();
    expect(await writeFile({ path, mayReplace: false, parts: meanwhile }, never)).toEqual({ kind: 'exists', path });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(join(path, '..'))).toEqual(['out.csv']);
  });

  test('to one place from many sides is one of them, whole, and none takes away what another is writing', async () => {
    const path = join(temporaryFolder(), 'out.csv');
    const sides = Array.from({ length: 20 }, (_, side) => Array.from({ length: 50 }, () => `side ${String(side).padStart(2, '0')}\n`));
    for (const mayReplace of [false, true]) {
      const ends = await Promise.all(sides.map((texts) => writeFile({ path, mayReplace, parts: texts }, never)));
      const kinds = ends.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'written')).toHaveLength(mayReplace ? 20 : 1);
      expect(kinds.filter((kind) => kind !== 'written' && kind !== 'exists')).toEqual([]);
      expect(new Set(readFileSync(path, 'utf8').trimEnd().split('\n')).size).toBe(1);
    }
    expect(readdirSync(join(path, '..'))).toEqual(['out.csv']);
  });

  test('to the place of a folder, or below a file, says so and leaves nothing', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'file'), '');
    for (const path of [join(folder, 'taken'), join(folder, 'file', 'out.csv')]) {
      expect(await writeFile({ path, mayReplace: true, parts }, never)).toMatchObject({ kind: 'not_written', problem: { path } });
    }
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'taken']);
  });

  test('may have the longest name a file can have', async () => {
    const path = join(temporaryFolder(), `${'n'.repeat(251)}.csv`);
    expect(await writeFile({ path, mayReplace: false, parts }, never)).toEqual(written);
  });

  test.runIf(existsSync('/usr/bin/strace'))('is on the disk before it has its name, and its name is before it is told', () => {
    const folder = temporaryFolder();
    const program = join(folder, 'write.mjs');
    const place = new URL('../../../electron/transfer/write-file.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { writeFile } from ${JSON.stringify(place)};
      const wish = { path: ${JSON.stringify(join(folder, 'out.csv'))}, mayReplace: true, parts: ['text'] };
      const end = await writeFile(wish, new AbortController().signal);
      process.stdout.write(end.kind);`,
    );
    const log = join(folder, 'calls');
    const strace = ['-f', '-o', log, '-e', 'trace=fsync,fdatasync,rename,renameat,renameat2,write'];
    execFileSync('/usr/bin/strace', [...strace, process.execPath, program]);
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (/\b(?:fsync|fdatasync)\(/u.test(line)) return ['sync'];
        if (/\brename\w*\(/u.test(line)) return ['rename'];
        return /write\(1, "written"/u.test(line) ? ['told'] : [];
      });
    expect(calls).toEqual(['sync', 'rename', 'sync', 'told']);
  });
});

/** Names that systems give a meaning of their own, whatever ending follows. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d|clock\$)(?:\.|$)/iu;

describe('the name that is suggested for a file', () => {
  const hosts = fc.oneof(
    fc.constantFrom(...hostileHosts, '../../.bashrc', 'CON', 'nul', 'com1', 'a:b', 'host. ', 'host..', '.hidden', '~/x', '\u202egpj.exe'),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.domain(),
    fc.ipV6(),
  );

  test('is one name, in a folder, that every system takes, whatever the host is called', () => {
    fc.assert(
      fc.property(
        hosts,
        fc.constantFrom('csv' as const, 'jsonl' as const, 'html' as const, 'sqlite' as const, 'bin' as const),
        (host, ending) => {
          const name = suggestName({ host, nowMs: 1_795_000_000_000, ending });
          expect(name).toMatch(/^sonde-[a-z0-9._-]{0,81}2026-\d\d-\d\d\.[a-z]+$/u);
          expect(basename(name)).toBe(name);
          expect(name).not.toMatch(deviceName);
          expect(name).not.toMatch(/[. ]$/u);
          expect(name.endsWith(`.${ending}`)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
