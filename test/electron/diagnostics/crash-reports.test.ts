import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { CRASH_REPORTS_KEPT, listCrashReports, pruneCrashReports } from '../../../electron/diagnostics/crash-reports.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

describe('crash reports', () => {
  it('are listed newest first, wherever Crashpad put them, and only the newest five stay', async () => {
    const folder = temporaryFolder();
    for (const name of ['completed', 'pending', 'attachments']) mkdirSync(join(folder, name));
    for (let index = 0; index < 8; index += 1) {
      const path = join(folder, index % 2 === 0 ? 'completed' : 'pending', `${index}.dmp`);
      writeFileSync(path, 'x'.repeat(index + 1));
      writeFileSync(path.replace('.dmp', '.meta'), '');
      utimesSync(path, 1_000 + index, 1_000 + index);
    }
    writeFileSync(join(folder, 'settings.dat'), 'kept');
    expect((await listCrashReports(folder)).map(({ sizeBytes, atMs }) => [sizeBytes, atMs])).toEqual(
      [8, 7, 6, 5, 4, 3, 2, 1].map((size) => [size, (999 + size) * 1_000]),
    );
    await pruneCrashReports(folder);
    expect((await listCrashReports(folder)).map(({ sizeBytes }) => sizeBytes)).toEqual([8, 7, 6, 5, 4]);
    expect(CRASH_REPORTS_KEPT).toBe(5);
    expect(existsSync(join(folder, 'completed', '0.meta'))).toBe(false);
    expect(existsSync(join(folder, 'pending', '7.meta'))).toBe(true);
    expect(existsSync(join(folder, 'settings.dat'))).toBe(true);
  });

  it('are none where there is no folder', async () => {
    const folder = join(temporaryFolder(), 'nothing');
    expect(await listCrashReports(folder)).toEqual([]);
    await pruneCrashReports(folder);
  });
});
