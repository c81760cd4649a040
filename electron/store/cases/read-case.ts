import * as v from 'valibot';

import type { Transport } from '../../../shared/check/target.ts';
import { caseSummarySchema } from '../../../shared/guidance/kept-case.ts';
import type { CaseSummary, KeptCase } from '../../../shared/guidance/kept-case.ts';
import { fitting } from '../fitting.ts';
import { savedEntrySchema } from './saved-entry.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing, StoreReading } from '../store-reading.ts';

/** A case with everything that happened in it, or null when it is not there any more. Never throws for reasons of the disk or the file. */
export function readKeptCase(store: Store, caseId: number): StoreReading<KeptCase | null> {
  return reading(store, () => {
    const row = prepared(store, CASE).get(caseId);
    return { kind: 'read', value: row === undefined ? null : withEntries(store, v.parse(caseSummarySchema, row)) };
  });
}

/** An endpoint, and the case one of its checks was made in. */
export interface CaseWanted {
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
  readonly caseId: number | null;
}

/** The open case of an endpoint, else the one a check was made in, else null. Throws what SQLite throws. */
export function findCaseOf(store: Store, { caseId, ...endpoint }: CaseWanted): KeptCase | null {
  const row = prepared(store, OPEN_CASE).get(endpoint) ?? (caseId === null ? undefined : prepared(store, CASE).get(caseId));
  return row === undefined ? null : withEntries(store, v.parse(caseSummarySchema, row));
}

/** The newest cases of a host, open ones first. Never throws for reasons of the disk or the file. */
export function listCases(store: Store, hostId: number): StoreListing<CaseSummary> {
  return reading(store, () => ({ kind: 'listed', ...fitting(caseSummarySchema, prepared(store, CASES_OF_HOST).all(hostId)) }));
}

function withEntries(store: Store, summary: CaseSummary): KeptCase {
  const { rows, unreadableCount } = fitting(savedEntrySchema, prepared(store, ENTRIES_OF_CASE).pluck().all(summary.id));
  return { ...summary, entries: [...rows], unreadableCount };
}

const SUMMARIES = `
  SELECT cases.id, host_id AS hostId, host, port, transport, title, opened_at_ms AS openedAtMs, closed_at_ms AS closedAtMs,
    last_entry_at_ms AS lastEntryAtMs, entry_count AS entryCount
  FROM cases JOIN hosts ON hosts.id = host_id`;

/** One case. */
export const CASE = `${SUMMARIES} WHERE cases.id = ? AND hidden_at_ms IS NULL`;

/** The open case of an endpoint. */
export const OPEN_CASE = `
  ${SUMMARIES} WHERE host_id = @hostId AND port = @port AND transport = @transport AND closed_at_ms IS NULL AND hidden_at_ms IS NULL`;

/** The cases of a host. */
export const CASES_OF_HOST = `
  ${SUMMARIES} WHERE host_id = ? AND hidden_at_ms IS NULL ORDER BY closed_at_ms IS NULL DESC, last_entry_at_ms DESC, cases.id DESC LIMIT 200`;

/** Everything that happened in a case, in order. */
export const ENTRIES_OF_CASE = 'SELECT entry FROM case_entries WHERE case_id = ? ORDER BY id';
