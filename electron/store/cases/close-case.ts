import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import { changing } from '../changing.ts';
import type { Gone, NotWritten, Written } from '../changing.ts';
import { listOpenChanges } from './list-changes.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** What closing a case brought. "changes_open": nothing was closed, because these are still to be undone. */
export type Closed = { readonly kind: 'written' } | { readonly kind: 'changes_open'; readonly changes: KeptChange[] } | Gone | NotWritten;

/** A case to close. */
export interface Closing {
  readonly caseId: number;
  /** The person knows of the changes that stay. */
  readonly isReminded: boolean;
  readonly nowMs: number;
}

/** Closes a case; what was changed in it stays in the list of open changes. Never throws for reasons of the disk or the file. */
export function closeCase(store: Store, { caseId, isReminded, nowMs }: Closing): Closed {
  const open = isReminded ? null : listOpenChanges(store, nowMs);
  if (open?.kind === 'unreadable') return { kind: 'not_written', problem: open.problem };
  const changes = open?.rows.filter((kept) => kept.caseId === caseId) ?? [];
  if (changes.length > 0) return { kind: 'changes_open', changes };
  return changing(store, () => prepared(store, CLOSE).run({ caseId, nowMs }).changes > 0);
}

/** Takes closing back, unless the endpoint has another open case by now. Never throws for reasons of the disk or the file. */
export function reopenCase(store: Store, caseId: number): Written {
  return changing(store, () => prepared(store, REOPEN).run({ caseId }).changes > 0);
}

/** Calls a case something else. Never throws for reasons of the disk or the file. */
export function renameCase(store: Store, named: { readonly caseId: number; readonly title: string }): Written {
  return changing(store, () => prepared(store, RENAME).run(named).changes > 0);
}

const CLOSE = 'UPDATE cases SET closed_at_ms = @nowMs WHERE id = @caseId AND closed_at_ms IS NULL';

const REOPEN = `
  UPDATE cases SET closed_at_ms = NULL WHERE id = @caseId AND closed_at_ms IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM cases AS other WHERE other.host_id = cases.host_id AND other.port = cases.port AND other.transport = cases.transport
      AND other.closed_at_ms IS NULL)`;

const RENAME = 'UPDATE cases SET title = @title WHERE id = @caseId';
