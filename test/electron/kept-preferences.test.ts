import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openPreferences } from '../../electron/kept-preferences.ts';
import { usualPreferences, type Preferences } from '../../shared/ipc/preferences.ts';

describe('what a person likes', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sonde-preferences-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('is as usual at the first start', () => {
    expect(openPreferences(folder).now()).toEqual(usualPreferences);
  });

  test('is told when it changes, and holds at the next start', () => {
    const preferences = openPreferences(folder);
    const told: Preferences[] = [];
    preferences.changes.on('changed', (now) => told.push(now));
    preferences.change({ theme: 'dark' });
    preferences.change({ zoomPercent: 150, hasLetterKeys: false });
    const chosen = { ...usualPreferences, theme: 'dark', zoomPercent: 150, hasLetterKeys: false };
    expect(told).toEqual([{ ...usualPreferences, theme: 'dark' }, chosen]);
    expect(openPreferences(folder).now()).toEqual(chosen);
  });

  test.skipIf(process.platform === 'win32')('is in a file for this user only, whatever the folder lets others do', async () => {
    const before = process.umask(0);
    openPreferences(folder).change({ theme: 'dark' });
    process.umask(before);
    expect((await stat(join(folder, 'preferences.json'))).mode & 0o777).toBe(0o600);
  });

  test.each(['', '{', '[]', 'null', '7'])('is as usual when the file holds %j', async (text) => {
    await writeFile(join(folder, 'preferences.json'), text);
    expect(openPreferences(folder).now()).toEqual(usualPreferences);
  });

  test('loses only the entry that cannot be understood, and takes no other', async () => {
    const damaged = { theme: 'dark', zoomPercent: 10_000, hasLetterKeys: 'no', notice: null, __proto__: { notice: 'none' }, more: 1 };
    await writeFile(join(folder, 'preferences.json'), JSON.stringify(damaged));
    expect(openPreferences(folder).now()).toEqual({ ...usualPreferences, theme: 'dark' });
  });

  test('changes for this start where the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const preferences = openPreferences(join(folder, 'file', 'folder'));
    preferences.change({ theme: 'light' });
    expect(preferences.now().theme).toBe('light');
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('');
  });
});
