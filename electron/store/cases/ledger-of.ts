import { readCase } from '../../../shared/guidance/case.ts';
import type { Ledger } from '../../../shared/guidance/ledger.ts';
import { fitting } from '../fitting.ts';
import { savedEntrySchema } from './saved-entry.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** What was changed and changed back in a case; entries that are damaged are left out. Throws what SQLite throws. */
export function ledgerOf(store: Store, caseId: number): Ledger {
  const { rows } = fitting(savedEntrySchema, prepared(store, LEDGER_ENTRIES).pluck().all(caseId));
  return readCase({ entries: rows }).ledger;
}

/** The entries of a case that make its ledger, in order. */
export const LEDGER_ENTRIES = `
  SELECT entry FROM case_entries WHERE case_id = ? AND kind IN ('ran', 'undone', 'undo_confirmed') ORDER BY id`;
