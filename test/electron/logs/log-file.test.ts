import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { pinnedNode } from '../../../build/runtime.mjs';
import { createLogFile, logPaths, logPlace, type LogPlace } from '../../../electron/logs/log-file.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

describe('the log on the disk', () => {
  let place: LogPlace;
  const lost = vi.fn<(error: unknown) => void>();

  beforeEach(() => {
    lost.mockClear();
    place = { folder: join(temporaryFolder(), 'logs'), fileLimitBytes: 1_000, fileCount: 5 };
  });

  const lines = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

  it('is made with the first line, for this user alone', () => {
    const log = createLogFile(place, lost);
    expect(existsSync(place.folder)).toBe(false);
    log.write('one');
    log.write('two');
    log.close();
    log.close();
    const [path] = logPaths(place);
    expect(lines(path!)).toEqual(['one', 'two']);
    expect(statSync(path!).mode & 0o777).toBe(0o600);
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  });

  it('goes on where it ended, and takes away what others could read of it', () => {
    const [path] = logPaths(place);
    mkdirSync(place.folder);
    writeFileSync(path!, 'before\n');
    chmodSync(path!, 0o644);
    const log = createLogFile(place, lost);
    log.write('after');
    log.close();
    expect(lines(path!)).toEqual(['before', 'after']);
    expect(statSync(path!).mode & 0o777).toBe(0o600);
  });

  it('begins a line of its own after one that was cut in two', () => {
    const [path] = logPaths(place);
    mkdirSync(place.folder);
    writeFileSync(path!, '{"at":"2026-');
    const log = createLogFile(place, lost);
    log.write('whole');
    log.close();
    expect(lines(path!)).toEqual(['{"at":"2026-', 'whole']);
  });

  it('keeps the newest five files, none larger than its limit, and no line in two of them', () => {
    const log = createLogFile(place, lost);
    for (let index = 0; index < 1_000; index += 1) log.write(`line ${String(index).padStart(4, '0')}`);
    log.close();
    expect(readdirSync(place.folder).toSorted()).toEqual(['sonde.1.log', 'sonde.2.log', 'sonde.3.log', 'sonde.4.log', 'sonde.log']);
    const kept = logPaths(place)
      .toReversed()
      .flatMap((path) => lines(path));
    expect(kept.at(-1)).toBe('line 0999');
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => `line ${String(1_000 - kept.length + index).padStart(4, '0')}`));
    for (const path of logPaths(place)) expect(statSync(path).size).toBeLessThanOrEqual(place.fileLimitBytes);
  });

  it('is never longer than its limit, also where it cannot be moved away', () => {
    for (const older of logPaths(place).slice(1)) mkdirSync(join(older, 'in the way'), { recursive: true });
    const log = createLogFile(place, lost);
    for (let index = 0; index < 1_000; index += 1) log.write(`line ${index}`);
    log.close();
    const [path] = logPaths(place);
    expect(lines(path!).at(-1)).toBe('line 999');
    expect(statSync(path!).size).toBeLessThanOrEqual(place.fileLimitBytes);
  });

  it('never throws where it cannot be written, tells it once, and writes again once it can', () => {
    writeFileSync(place.folder, 'a file in the way');
    const log = createLogFile(place, lost);
    for (const line of ['lost', 'as well']) expect(() => log.write(line)).not.toThrow();
    expect(lost.mock.calls).toEqual([[expect.objectContaining({ code: 'EEXIST' })]]);
    rmSync(place.folder);
    log.write('kept');
    log.close();
    expect(lines(logPaths(place)[0]!)).toEqual(['kept']);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('never throws when the disk takes no more in the middle of a line, and begins a new one once it does', async () => {
    const writer = join(import.meta.dirname, 'processes', 'write-log.ts');
    // The limit of the system for one file: at 4096 bytes a write ends short, and the next one fails.
    const limited = ['-c', `trap '' XFSZ; ulimit -f 4; exec "$0" "$1" "$2" 400`, pinnedNode, writer, place.folder];
    expect((await promisify(execFile)('bash', limited)).stdout).toBe('lost a line\nwrote 400 lines\n');
    const [path] = logPaths({ ...place, fileCount: 1 });
    expect(statSync(path!).size).toBe(4_096);
    const log = createLogFile({ ...place, fileLimitBytes: 1_000_000 }, lost);
    log.write('after');
    log.close();
    const [cut, last] = lines(path!).slice(-2);
    expect('a line of the log'.startsWith(cut!)).toBe(true);
    expect(last).toBe('after');
  });

  // Mounts live in a namespace of their own and go away with it; only root may make one.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'on a full disk tells once that lines are lost, and once more when it is full again (needs root on Linux)',
    async () => {
      const disk = temporaryFolder();
      const filler = join(import.meta.dirname, 'processes', 'fill-disk.ts');
      const mount = ['--mount', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1"`, 'sh', disk, pinnedNode, filler];
      const { stdout } = await promisify(execFile)('unshare', mount);
      expect(JSON.parse(stdout)).toEqual({ toldWhenFull: ['ENOSPC'], told: ['ENOSPC', 'ENOSPC'], wrong: [] });
    },
  );

  it('holds five megabytes at most', () => {
    const { fileLimitBytes, fileCount } = logPlace('/data');
    expect(fileLimitBytes * fileCount).toBe(5_000_000);
  });
});
