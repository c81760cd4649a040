import type { CaseEntry } from '../../../shared/guidance/case.ts';
import { ledgerOf } from './ledger-of.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Adds an entry to a case, after all others; to be run inside a transaction. */
export function writeEntry(store: Store, caseId: number, entry: CaseEntry): void {
  prepared(store, INSERT_ENTRY).run({ caseId, kind: entry.kind, entry: JSON.stringify(entry) });
  prepared(store, COUNT_ENTRY).run({ caseId, atMs: entry.atMs });
  if (entry.kind !== 'ran' && entry.kind !== 'undone') return;
  const isOpen = ledgerOf(store, caseId).some(({ undoneAtMs }) => undoneAtMs === null);
  prepared(store, MARK_OPEN).run({ caseId, isOpen: Number(isOpen) });
}

const INSERT_ENTRY = 'INSERT INTO case_entries (case_id, kind, entry) VALUES (@caseId, @kind, @entry)';

const COUNT_ENTRY = 'UPDATE cases SET entry_count = entry_count + 1, last_entry_at_ms = max(last_entry_at_ms, @atMs) WHERE id = @caseId';

const MARK_OPEN = 'UPDATE cases SET has_open_changes = @isOpen WHERE id = @caseId';
