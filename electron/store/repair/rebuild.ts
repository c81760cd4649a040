import type { Database } from 'better-sqlite3';

import type { RepairCounts } from '../../../shared/history/repair-counts.ts';
import { refreshSearchText } from '../hosts/search-text.ts';
import type { Store } from '../store.ts';
import { carriedTables } from './carried-tables.ts';
import { carryTable } from './carry-table.ts';
import { allMissing, isAnyMissing, type MissingRows } from './missing-rows.ts';
import { replayChecks } from './replay-checks.ts';
import { hideAgain, listEndpoints, makeLostHosts } from './salvaged-hosts.ts';
import { seeChecks, seeMissing, STAGE, stageDocuments, stageFromBackup, UNSTAGE } from './salvaged-checks.ts';
import { settleRows } from './settle-rows.ts';

/** What a history is rebuilt from. */
export interface Rebuilding {
  /** A copy of the damaged one that opened, or null when none did. */
  readonly damaged: Database | null;
  /** A verified backup, or null when there is none. */
  readonly backup: Database | null;
  /** A new and empty history. */
  readonly store: Store;
}

/**
 * Fills a new history with what can be read of the damaged one, and with what a backup has of the rest.
 *
 * 1. Documents of checks, each as it was saved or not at all; what the damaged one was read to the end of and has not, was deleted.
 * 2. Hosts, labels, cases, transcripts, settings.
 * 3. The checks are saved anew from their documents, so that nothing that is counted of them can be wrong.
 * 4. What points to nothing goes.
 */
export function rebuild({ damaged, backup, store }: Rebuilding, onProgress: (share: number) => void): RepairCounts {
  const { database } = store;
  const sources = [damaged, backup].filter((source) => source !== null);
  database.exec(`PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; ${STAGE}`);
  database.transaction(() => gather({ damaged, backup, to: database }))();
  onProgress(GATHERED);
  database.transaction(() => makeLostHosts(store))();
  replayChecks(store, (share) => onProgress(GATHERED + (1 - GATHERED) * share));
  return database.transaction(() => {
    const toldCount = listEndpoints(store, sources);
    hideAgain(store, sources.toReversed());
    settleRows(database);
    for (const id of database.prepare('SELECT id FROM hosts').pluck().all()) refreshSearchText(store, Number(id));
    const counts = count(database, damaged === null ? null : toldCount);
    database.exec(UNSTAGE);
    return counts;
  })();
}

/** As a share of the whole: reading is quicker than saving. */
const GATHERED = 0.3;

function gather({ damaged, backup, to }: Pick<Rebuilding, 'damaged' | 'backup'> & { readonly to: Database }): void {
  const documents = damaged === null ? allMissing : stageDocuments(damaged, to);
  if (damaged !== null) {
    seeChecks(damaged, to);
    seeMissing(damaged, to, documents);
  }
  if (backup !== null && isAnyMissing(documents)) stageFromBackup({ from: backup, to, missing: documents });
  for (const table of carriedTables) {
    const missing: MissingRows = damaged === null ? allMissing : carryTable({ from: damaged, to, table, wanted: allMissing });
    if (backup !== null && isAnyMissing(missing)) carryTable({ from: backup, to, table, wanted: missing });
  }
}

/** `toldCount`: so many checks the damaged history counted itself; null when nothing of it could be read. */
function count(database: Database, toldCount: number | null): RepairCounts {
  const number = (sql: string): number => Number(database.prepare(sql).pluck().get());
  const salvagedCount = number('SELECT count(*) FROM staged_documents WHERE is_from_backup = 0');
  const fromBackupCount = number('SELECT count(*) FROM staged_documents WHERE is_from_backup = 1');
  if (toldCount === null) return { salvagedCount, fromBackupCount, lostCount: null };
  const missedCount = number('SELECT count(*) FROM seen_checks WHERE id NOT IN (SELECT check_id FROM staged_documents)');
  return { salvagedCount, fromBackupCount, lostCount: Math.max(missedCount, toldCount - salvagedCount - fromBackupCount) };
}
