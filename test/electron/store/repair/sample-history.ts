import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Check } from '../../../../shared/check/check.ts';
import { backUp } from '../../../../electron/store/file/back-up.ts';
import { addToCase } from '../../../../electron/store/cases/add-to-case.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { addNote } from '../../../../electron/store/hosts/host-notes.ts';
import { setDisplayName } from '../../../../electron/store/hosts/host-labels.ts';
import { setTags } from '../../../../electron/store/hosts/host-tags.ts';
import { closeStore, type Store } from '../../../../electron/store/store.ts';
import { fileIn, openForTest, folderInMemory } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

/** Of every history. */
export const PAGE_BYTES = 4_096;

/** The bytes of a history: its file, and what is only in its log. */
export interface HistoryFiles {
  readonly main: Buffer;
  readonly log: Buffer;
}

/** A history to damage. */
export interface SampleHistory {
  readonly files: HistoryFiles;
  /** A verified backup of its first checks. */
  readonly backupPath: string;
  /** Every check it holds, by its number. */
  readonly checks: ReadonlyMap<number, Check>;
}

/** A history of 90 checks as a kill leaves it: the last 20 only in the log. Labels and a case are in it; 60 checks are in a backup. */
export function sampleHistory(name = 'a'): SampleHistory {
  const folder = folderInMemory();
  const store = openForTest(folder);
  const checks = new Map<number, Check>();
  fill(store, checks, { name, count: 60 });
  setDisplayName(store, { hostId: 3, displayName: 'The front door' });
  setTags(store, { hostId: 1, tags: ['core', 'emea'] });
  addNote(store, { hostId: 2, text: 'Behind the second firewall.', writtenAtMs: 1, editedAtMs: null });
  addToCase(store, { place: { kind: 'check', checkId: 3 }, entry: { kind: 'noted', text: 'Called the owner.' }, nowMs: 2 });
  const backupPath = join(folderInMemory(), 'backup.sqlite');
  backUp({ path: fileIn(folder), partPath: `${backupPath}.part`, toPath: backupPath });
  fill(store, checks, { name, count: 10 });
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  fill(store, checks, { name, count: 20 });
  const log = readFileSync(`${fileIn(folder)}-wal`);
  const main = readFileSync(fileIn(folder));
  closeStore(store);
  return { files: { main, log }, backupPath, checks };
}

function fill(store: Store, checks: Map<number, Check>, { name, count }: { readonly name: string; readonly count: number }): void {
  const base = checks.size;
  const added = Array.from({ length: count }, (_, index) => {
    const number = base + index;
    const changes = { vantage: 'here', startedAtMs: 1_795_000_000_000 + number * 1_000, durationMs: number };
    return checkOf(`${name}${number % 7}.example`, 1 + (number % 11), number % 5 === 0 ? { ...refusal, ...changes } : changes);
  });
  const saved = saveChecks(store, added);
  if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
  for (const [index, id] of saved.ids.entries()) checks.set(id, { ...added[index]!, id });
}

/** The same after a clean end: everything is in the file, and there is no log. */
export function closedHistory(name = 'a'): SampleHistory {
  const sample = sampleHistory(name);
  const folder = join(folderInMemory(), 'data');
  layDown(folder, sample.files);
  closeStore(openForTest(folder));
  return { ...sample, files: filesIn(folder) };
}

/** Writes these bytes where a history belongs, as if it had been there for long, and takes away what was there. */
export function layDown(folder: string, { main, log }: HistoryFiles): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(fileIn(folder), main);
  if (log.length > 0) writeFileSync(`${fileIn(folder)}-wal`, log);
  writeFileSync(`${fileIn(folder)}-known`, '');
}

/** The bytes that are there. */
export function filesIn(folder: string): HistoryFiles {
  const read = (path: string): Buffer => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  return { main: read(fileIn(folder)), log: read(`${fileIn(folder)}-wal`) };
}
