import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { setDisplayName, setFavourite } from '../../../electron/store/hosts/host-labels.ts';
import { addNote, editNote } from '../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../electron/store/hosts/host-tags.ts';
import { findHost } from '../../../electron/store/hosts/find-host.ts';
import { importLines } from '../../../electron/store/checks/import-lines.ts';
import { readHost } from '../../../electron/store/hosts/read-host.ts';
import { renameHost } from '../../../electron/store/hosts/rename-host.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import { addTargets } from '../../../electron/store/hosts/targets.ts';
import { exportChecks, type ExportWanted } from '../../../electron/transfer/export-checks.ts';
import { exportToFile } from '../../../electron/transfer/export-to-file.ts';
import { SLICE_LENGTH } from '../../../electron/transfer/walk-checks.ts';
import { writeFile } from '../../../electron/transfer/write-file.ts';
import { readCheckLines } from '../../../shared/report/read-check-lines.ts';
import { nothingLeftOut, type Redaction } from '../../../shared/report/redaction.ts';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { never } from './worker-file.ts';

const everything: ExportWanted = { format: 'json_lines', checks: { hostId: null, filter: {} }, redaction: nothingLeftOut };

async function exported(store: Store, changes: Partial<ExportWanted> = {}): Promise<string> {
  let text = '';
  for await (const part of exportChecks(store, { ...everything, ...changes }, never)) {
    if (part.kind === 'unreadable') throw new Error(part.problem.detail);
    text += part.text;
  }
  return text;
}

function storeOf(count: number): Store {
  const store = openForTest();
  saveChecks(
    store,
    Array.from({ length: count }, (_, index) =>
      checkOf(index % 2 === 0 ? 'a.example' : 'b.example', 80, { startedAtMs: 1_000 + index, ...(index % 5 === 0 ? refusal : {}) }),
    ),
  );
  return store;
}

/** Host a has a name, a tag and a note. */
function labelledStore(): Store {
  const store = storeOf(4);
  setDisplayName(store, { hostId: 1, displayName: 'The printer' });
  setFavourite(store, { hostId: 1, isFavourite: true });
  setTags(store, { hostId: 1, tags: ['office'] });
  addNote(store, { hostId: 1, text: 'First', writtenAtMs: 5, editedAtMs: null });
  editNote(store, { noteId: 1, text: 'First\nand second line.', nowMs: 7 });
  return store;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

describe('exportChecks', () => {
  test('writes every check once, oldest first, over many slices', async () => {
    const count = 2 * SLICE_LENGTH + 17;
    const text = await exported(storeOf(count));
    const times = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { startedAtMs: number }).startedAtMs);
    expect(times).toEqual(Array.from({ length: count }, (_, index) => 1_000 + index));
  });

  test('loses nothing on the way through a file: what is imported is exported the same', async () => {
    const text = await exported(storeOf(300));
    const copy = openForTest();
    importLines(copy, readCheckLines([new TextEncoder().encode(text)]), { vantage: null, isPreview: false });
    expect(await exported(copy)).toBe(text);
  });

  test('loses nothing of what is said about hosts: it stands before the first check of each', async () => {
    const text = await exported(labelledStore());
    const kinds = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind?: string }).kind ?? 'check');
    expect(kinds).toEqual(['host', 'check', 'check', 'check', 'check']);
    const copy = openForTest();
    importLines(copy, readCheckLines([new TextEncoder().encode(text)]), { vantage: null, isPreview: false });
    expect(await exported(copy)).toBe(text);
    expect(readHost(copy, 1)).toMatchObject({
      value: {
        summary: { displayName: 'The printer', isFavourite: true, tags: ['office'] },
        notes: [{ text: 'First\nand second line.', editedAtMs: 7 }],
      },
    });
  });

  test('loses no host and no endpoint that was never checked, and no name a host had: they come last', async () => {
    const store = storeOf(1);
    const targets = [
      { host: 'a.example', port: 8_443, transport: 'tcp' },
      { host: 'new.example', port: 22, transport: 'tcp' },
    ] as const;
    addTargets(store, { targets, tags: [], nowMs: 7 });
    setTags(store, { hostId: 2, tags: ['new'] });
    renameHost(store, { hostId: 1, host: 'renamed.example' });
    const text = await exported(store);
    const copy = openForTest();
    const order = { vantage: null, isPreview: false };
    const lines = () => readCheckLines([new TextEncoder().encode(text)]);
    expect(importLines(copy, lines(), { ...order, isPreview: true })).toMatchObject({ counts: { newHostCount: 2, labelledHostCount: 1 } });
    expect(importLines(copy, lines(), order)).toMatchObject({ counts: { newHostCount: 2, labelledHostCount: 1 } });
    expect(await exported(copy)).toBe(text);
    expect(findHost(copy, 'a.example')).toMatchObject({ value: { host: 'renamed.example', checkCount: 1, endpointCount: 2 } });
    expect(findHost(copy, 'new.example')).toMatchObject({ value: { checkCount: 0, endpointCount: 1, tags: ['new'] } });
    expect(linesIn(await exported(store, { checks: { hostId: 1, filter: {} } }))).toBe(2);
    expect(linesIn(await exported(store, { checks: { hostId: 2, filter: {} } }))).toBe(1);
    expect(linesIn(await exported(store, { checks: { hostId: null, filter: { port: 80 } } }))).toBe(2);
  });

  test('leaves notes out when they are to be, and all that is said of hosts where names or addresses are', async () => {
    const store = labelledStore();
    const leavingOut = (redaction: Partial<Redaction>) => exported(store, { redaction: { ...nothingLeftOut, ...redaction } });
    expect(await leavingOut({ notes: true })).toContain('The printer');
    expect(await leavingOut({ notes: true })).not.toContain('second line');
    for (const redaction of [{ names: true }, { addresses: true }])
      expect(await leavingOut(redaction)).not.toMatch(/printer|second line|"kind":"host"/u);
  });

  test('a table for a spreadsheet has a row for checks only', async () => {
    expect(linesIn(await exported(labelledStore(), { format: 'csv' }))).toBe(5);
  });

  test('keeps to the host, the time and the outcomes that are wanted', async () => {
    const store = storeOf(100);
    expect(linesIn(await exported(store, { checks: { hostId: 1, filter: {} } }))).toBe(50);
    expect(linesIn(await exported(store, { checks: { hostId: null, filter: { fromMs: 1_010, toMs: 1_020 } } }))).toBe(10);
    expect(linesIn(await exported(store, { checks: { hostId: null, filter: { outcomes: ['refused'] } } }))).toBe(20);
    expect(linesIn(await exported(store, { checks: { hostId: null, filter: { text: 'nothing says this' } } }))).toBe(0);
  });

  test('writes CSV with one head', async () => {
    const text = await exported(storeOf(SLICE_LENGTH + 1), { format: 'csv' });
    expect(text.match(/"started_utc"/gu)).toHaveLength(1);
    expect(linesIn(text)).toBe(SLICE_LENGTH + 2);
  });

  test('leaves names out everywhere, also a name that another host’s text mentions', async () => {
    const store = openForTest();
    const greeting = { text: '220 printer2 via mail.example.org\n', base64: '', sizeBytes: 1, truncated: false, firstByteMs: 1 };
    saveChecks(store, [checkOf('a.example', 80, { greeting }), checkOf('printer2', 9_100)]);
    const text = await exported(store, { redaction: { names: true, addresses: true, notes: false } });
    expect(text).not.toMatch(/a\.example|printer2|mail\.example|203\.0\.113|2001:db8/u);
    expect(text).toContain('220 host-2 via host-3');
  });

  test('leaves out a damaged check and counts it', async () => {
    const store = storeOf(10);
    store.database.exec("UPDATE check_documents SET document = '{}' WHERE check_id = 3");
    let damaged = 0;
    for await (const part of exportChecks(store, everything, never)) if (part.kind === 'written') damaged += part.damagedCount;
    expect(damaged).toBe(1);
    expect(linesIn(await exported(store))).toBe(9);
  });

  test('lets others have their turn: a timer runs between slices', async () => {
    const store = storeOf(10 * SLICE_LENGTH);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await exported(store);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('ends when it is stopped', async () => {
    const controller = new AbortController();
    let parts = 0;
    for await (const part of exportChecks(storeOf(5 * SLICE_LENGTH), everything, controller.signal)) {
      parts += Number(part.kind === 'written');
      controller.abort();
    }
    expect(parts).toBe(1);
  });
});

describe('exportToFile', () => {
  const wishFor = (path: string) => ({ wanted: everything, path, mayReplace: false, onProgress: () => undefined });

  test('writes the file as a whole, for this user only', async () => {
    const path = join(temporaryFolder(), 'out.jsonl');
    expect(await exportToFile(storeOf(300), wishFor(path), never)).toEqual({
      kind: 'exported',
      path,
      sizeBytes: statSync(path).size,
      checkCount: 300,
      damagedCount: 0,
    });
    expect(linesIn(readFileSync(path, 'utf8'))).toBe(300);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['out.jsonl']);
  });

  test('leaves an old file as it was when the history breaks off, or when it is stopped', async () => {
    const path = join(temporaryFolder(), 'out.jsonl');
    writeFileSync(path, 'old');
    const store = storeOf(3 * SLICE_LENGTH);
    const controller = new AbortController();
    const stopped = { ...wishFor(path), mayReplace: true, onProgress: () => controller.abort() };
    expect(await exportToFile(store, stopped, controller.signal)).toEqual({ kind: 'stopped' });
    const broken = {
      ...wishFor(path),
      mayReplace: true,
      onProgress: () => void store.database.exec('DROP TABLE IF EXISTS check_documents; DROP TABLE IF EXISTS checks'),
    };
    expect(await exportToFile(store, broken, never)).toMatchObject({ kind: 'unreadable' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(join(path, '..'))).toEqual(['out.jsonl']);
  });
});

describe('writeFile', () => {
  test('does not replace a file unless a person agreed', async () => {
    const path = join(temporaryFolder(), 'report.md');
    writeFileSync(path, 'mine');
    expect(await writeFile({ path, mayReplace: false, parts: ['new'] }, never)).toEqual({ kind: 'exists', path });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await writeFile({ path, mayReplace: true, parts: ['new', '…'] }, never)).toEqual({ kind: 'written', sizeBytes: 6 });
    expect(readFileSync(path, 'utf8')).toBe('new…');
  });

  test('says why a file cannot be written, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'nowhere', 'report.md');
    expect(await writeFile({ path, mayReplace: false, parts: [] }, never)).toMatchObject({
      kind: 'not_written',
      problem: { path, detail: expect.stringContaining('ENOENT') },
    });
    expect(existsSync(path)).toBe(false);
  });

  test('lets a bug in what is written through, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const parts = (function* () {
      yield 'half';
      throw new Error('a bug');
    })();
    await expect(writeFile({ path: join(folder, 'x'), mayReplace: false, parts }, never)).rejects.toThrow('a bug');
    expect(readdirSync(folder)).toEqual([]);
  });
});
