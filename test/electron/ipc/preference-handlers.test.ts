import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createPreferenceHandlers } from '../../../electron/ipc/preference-handlers.ts';
import { openPreferences } from '../../../electron/kept-preferences.ts';
import { preferenceEntries } from '../../../shared/ipc/preference-entries.ts';
import { usualPreferences } from '../../../shared/ipc/preferences.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonde-preferences-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('whoever follows is told what holds now and every change, until the end', async () => {
  const { followPreferences, writePreferences } = createPreferenceHandlers({ ...openPreferences(folder), folder });
  const end = new AbortController();
  const told = followPreferences(null, end.signal)[Symbol.asyncIterator]();
  expect((await told.next()).value).toEqual(usualPreferences);
  await writePreferences({ theme: 'dark' });
  await writePreferences({ notice: 'none' });
  expect((await told.next()).value).toEqual({ ...usualPreferences, theme: 'dark' });
  expect((await told.next()).value).toEqual({ ...usualPreferences, theme: 'dark', notice: 'none' });
  end.abort();
  expect(await told.next()).toEqual({ done: true, value: undefined });
});

test('the folder is told as it is', async () => {
  const { readFolder } = createPreferenceHandlers({ ...openPreferences(folder), folder });
  expect(await readFolder(null)).toEqual({ path: folder });
});

test.each([
  { theme: 'pink' },
  { zoomPercent: 99 },
  { zoomPercent: '100' },
  { hasLetterKeys: 1 },
  { folder: '/etc' },
  { notice: null },
  null,
])('a page that asks for %j is refused', (request) => {
  expect(v.safeParse(preferenceEntries.writePreferences.request, request).success).toBe(false);
});
