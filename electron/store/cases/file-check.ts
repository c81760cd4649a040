import * as v from 'valibot';

import { outcomeSchema } from '../../../shared/check/outcome.ts';
import { targetSchema } from '../../../shared/check/target.ts';
import { documentSeal } from '../../../shared/history/document-seal.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writeEntry } from './write-entry.ts';

/** A kept check, and the case it is to be part of. */
export interface Filing {
  readonly caseId: number;
  /** The host of the case. */
  readonly hostId: number;
  readonly checkId: number;
}

/**
 * Tells in a case that a check was made; one of the case's own host is marked as made in it. Tells whether the check is there. To be run
 * inside a transaction.
 */
export function fileCheck(store: Store, { caseId, hostId, checkId }: Filing): boolean {
  const row = prepared(store, CHECK_TO_FILE).get(checkId);
  if (row === undefined) return false;
  const { hostId: ofHost, caseId: inCase, startedAtMs, host, port, transport, ...seen } = v.parse(rowSchema, row);
  if (inCase === caseId) return true;
  writeEntry(store, caseId, { kind: 'checked', atMs: startedAtMs, checkId, target: { host, port, transport }, ...seen });
  // A check is in one case: the first that had it.
  if (ofHost !== hostId || inCase !== null) return true;
  prepared(store, MARK_CHECK).run({ caseId, checkId });
  const document = prepared(store, MARK_DOCUMENT).pluck().get({ caseId, checkId });
  if (typeof document === 'string') prepared(store, SEAL_DOCUMENT).run({ checkId, seal: documentSeal(checkId, document) });
  return true;
}

const rowSchema = v.object({
  hostId: v.number(),
  caseId: v.nullable(v.number()),
  ...targetSchema.entries,
  vantage: v.string(),
  outcome: outcomeSchema,
  startedAtMs: v.number(),
  durationMs: v.number(),
});

/** What a case tells of a check. */
export const CHECK_TO_FILE = `
  SELECT host_id AS hostId, case_id AS caseId, host, port, transport, vantage, outcome, started_at_ms AS startedAtMs,
    duration_ms AS durationMs
  FROM checks JOIN hosts ON hosts.id = host_id WHERE checks.id = ?`;

const MARK_CHECK = 'UPDATE checks SET case_id = @caseId WHERE id = @checkId';

const MARK_DOCUMENT = `
  UPDATE check_documents SET document = json_set(document, '$.caseId', @caseId) WHERE check_id = @checkId AND json_valid(document)
  RETURNING document`;

const SEAL_DOCUMENT = 'UPDATE check_documents SET seal = @seal WHERE check_id = @checkId';
