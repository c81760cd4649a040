import * as v from 'valibot';

import { formatTarget, hostSchema, portSchema, transportSchema } from '../../../shared/check/target.ts';
import type { CaseEntry } from '../../../shared/guidance/case.ts';
import { ENTRIES_PER_CASE } from '../../../shared/guidance/kept-case.ts';
import type { CasePlace } from '../../../shared/ipc/case-place.ts';
import { fileCheck } from './file-check.ts';
import { flagSchema } from '../flag.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** A case that is there, or an endpoint whose case is opened with its first entry. */
export type FoundCase = v.InferOutput<typeof foundSchema>;

const foundSchema = v.object({
  /** Null while none is open. */
  caseId: v.nullable(v.number()),
  hostId: v.number(),
  host: hostSchema,
  port: portSchema,
  transport: transportSchema,
  isClosed: flagSchema,
  entryCount: v.number(),
  /** The check it was found by, when that is in no case; else null. */
  checkId: v.nullable(v.number()),
});

/** The case a place names; null when it, its check or its host is not there any more. Throws what SQLite throws. */
export function findCase(store: Store, place: CasePlace): FoundCase | null {
  const row = place.kind === 'case' ? prepared(store, CASE_BY_ID).get(place.caseId) : prepared(store, CASE_OF_CHECK).get(place.checkId);
  return row === undefined ? null : v.parse(foundSchema, row);
}

/** Why a case takes no entry of this kind, or null when it does. What is undone is always taken: nothing may be left open because of a number. */
export function refusalOf({ isClosed, entryCount }: FoundCase, kind: CaseEntry['kind']): { readonly kind: 'closed' | 'full' } | null {
  if (isClosed && !takenLate.includes(kind)) return { kind: 'closed' };
  return entryCount >= ENTRIES_PER_CASE && !takenAlways.includes(kind) ? { kind: 'full' } : null;
}

const takenAlways: readonly CaseEntry['kind'][] = ['undone', 'undo_confirmed'];
const takenLate: readonly CaseEntry['kind'][] = [...takenAlways, 'noted', 'checked'];

/** Opens the case unless it is there, files the check it was found by, and gives its number. To be run inside a transaction. */
export function enterCase(store: Store, found: FoundCase, nowMs: number): number {
  const caseId = found.caseId ?? insertCase(store, found, nowMs);
  if (found.checkId !== null) fileCheck(store, { caseId, hostId: found.hostId, checkId: found.checkId });
  return caseId;
}

function insertCase(store: Store, { hostId, host, port, transport }: FoundCase, nowMs: number): number {
  const title = formatTarget({ host, port });
  return Number(prepared(store, INSERT_CASE).run({ hostId, port, transport, title, nowMs }).lastInsertRowid);
}

/** A case of a host that is listed. */
export const CASE_BY_ID = `
  SELECT cases.id AS caseId, host_id AS hostId, host, port, transport, closed_at_ms IS NOT NULL AS isClosed, entry_count AS entryCount,
    NULL AS checkId
  FROM cases JOIN hosts ON hosts.id = host_id WHERE cases.id = ? AND hidden_at_ms IS NULL`;

/** The open case of a check's endpoint, where there is one. */
export const CASE_OF_CHECK = `
  SELECT cases.id AS caseId, checks.host_id AS hostId, host, checks.port, checks.transport, 0 AS isClosed,
    ifnull(entry_count, 0) AS entryCount, iif(checks.case_id IS NULL, checks.id, NULL) AS checkId
  FROM checks JOIN hosts ON hosts.id = checks.host_id
  LEFT JOIN cases ON cases.host_id = checks.host_id AND cases.port = checks.port AND cases.transport = checks.transport
    AND closed_at_ms IS NULL
  WHERE checks.id = ? AND hidden_at_ms IS NULL`;

const INSERT_CASE = `
  INSERT INTO cases (host_id, port, transport, title, opened_at_ms, last_entry_at_ms)
  VALUES (@hostId, @port, @transport, @title, @nowMs, @nowMs)`;
