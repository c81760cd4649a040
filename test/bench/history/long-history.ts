import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from '../../../electron/store/open.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import type { Check } from '../../../shared/check/check.ts';
import { makePast } from './past.ts';
import type { Past } from './past.ts';

/** The past that the limits are about, and a tenth of it to compare with. */
export const LONG: Past = { checkCount: 1_000_000, hostCount: 2_000 };
export const TENTH: Past = { checkCount: 100_000, hostCount: 2_000 };

/**
 * A folder with a history of this past, made when it is first asked for: about 45 s a million checks, and 1.7 GB. Gone when this process
 * ends; until then every bench gets the same.
 */
export function longHistory(past: Past): string {
  const all = join(tmpdir(), `sonde-bench-history-${process.pid}`);
  if (!existsSync(all)) process.once('exit', () => rmSync(all, { recursive: true, force: true }));
  const folder = join(all, `${past.checkCount}-of-${past.hostCount}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  fillHistory(folder, past);
  return folder;
}

/** The history in a folder, open. */
export function openHistory(folder: string): Store {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(`${opening.problem.kind}: ${opening.problem.detail}`);
  return opening.store;
}

/** Checks saved with one transaction. */
const BATCH = 5_000;

/** The newest checks come into indexes that are there, as in life: a fresh index is packed, and the first check into each of its pages splits it. */
const SAVED_AS_IN_LIFE = 0.06;

/** Fills a new history. The indexes that saving does not need are made after most of the checks, which takes half the time. */
export function fillHistory(folder: string, past: Past): void {
  const store = openHistory(folder);
  const { database } = store;
  // Nothing of it has to outlive a power cut.
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
  const dropped = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'checks'").all() as Index[];
  for (const { name } of dropped) database.exec(`DROP INDEX ${name}`);
  const batch: Check[] = [];
  let left = past.checkCount;
  for (const check of makePast(past)) {
    batch.push(check);
    left -= 1;
    if (batch.length < BATCH && left > 0) continue;
    save(store, batch.splice(0));
    if (left <= past.checkCount * SAVED_AS_IN_LIFE) for (const { sql } of dropped.splice(0)) database.exec(sql);
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  closeStore(store);
}

interface Index {
  readonly name: string;
  readonly sql: string;
}

function save(store: Store, checks: readonly Check[]): void {
  const saved = saveChecks(store, checks);
  if (saved.kind === 'not_saved') throw new Error(`${saved.problem.kind}: ${saved.problem.detail}`);
}
