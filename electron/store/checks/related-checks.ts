import type { Check } from '../../../shared/check/check.ts';
import { outcomes } from '../../../shared/check/outcome.ts';
import type { Transport } from '../../../shared/check/target.ts';
import { DOCUMENT_OF_CHECK, readDocument } from './read-document.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** The check that others are looked for around. */
export interface CheckAmongOthers {
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
  readonly vantage: string;
  /** Unix milliseconds. */
  readonly startedAtMs: number;
  /** MAX_SAFE_INTEGER for one that is not kept. */
  readonly id: number;
}

/**
 * The other checks of a host that say something about one of them; damaged ones are left out. Throws what SQLite throws.
 * However long the history is, some hundred at the most:
 *
 * 1. of the same endpoint, the ones just before and just after, and the last that succeeded;
 * 2. of its other ports, the nearest in time of every outcome within an hour;
 * 3. of the same endpoint from other places, within a day.
 */
export function relatedChecks(store: Store, check: CheckAmongOthers): readonly Check[] {
  const all = { ...check, hourMs: HOUR_MS, dayMs: DAY_MS };
  const ids = [BEFORE, AFTER, SUCCEEDED, ELSEWHERE].flatMap((sql) => prepared(store, sql).pluck().all(all));
  const others = outcomes
    .filter((outcome) => outcome !== 'cancelled')
    .flatMap((outcome) =>
      [OTHER_PORTS_BEFORE, OTHER_PORTS_AFTER].flatMap((sql) =>
        prepared(store, sql)
          .pluck()
          .all({ ...all, outcome }),
      ),
    );
  const wanted = [...new Set([...ids, ...others].map(Number))].filter((id) => id !== check.id);
  return wanted.flatMap((id) => wholeCheck(store, id));
}

function wholeCheck(store: Store, id: number): readonly Check[] {
  const row = prepared(store, DOCUMENT_OF_CHECK).get(id);
  const document = row === undefined ? null : readDocument(id, row);
  return document?.kind === 'whole' ? [document.check] : [];
}

/** As long as guidance lets a check of another port, and one from another place, count (shared/guidance/reading/other-checks.ts). */
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const OF_ENDPOINT = 'host_id = @hostId AND port = @port AND transport = @transport';

/** The ones just before a check: patterns are looked for in 40 (pattern-signs.ts), and some of these may be from elsewhere. */
export const BEFORE = `
  SELECT id FROM checks INDEXED BY checks_by_endpoint
  WHERE ${OF_ENDPOINT} AND (started_at_ms, id) < (@startedAtMs, @id) ORDER BY started_at_ms DESC, id DESC LIMIT 60`;

/** The ones just after a check. */
export const AFTER = `
  SELECT id FROM checks INDEXED BY checks_by_endpoint
  WHERE ${OF_ENDPOINT} AND (started_at_ms, id) > (@startedAtMs, @id) ORDER BY started_at_ms, id LIMIT 10`;

/** The last that succeeded before a check: several, because what is usual is read from them, too. */
export const SUCCEEDED = `
  SELECT id FROM checks INDEXED BY checks_by_outcome
  WHERE host_id = @hostId AND outcome = 'succeeded' AND (started_at_ms, id) < (@startedAtMs, @id)
    AND port = @port AND transport = @transport AND vantage = @vantage
  ORDER BY started_at_ms DESC, id DESC LIMIT 10`;

/** Results from other places. */
export const ELSEWHERE = `
  SELECT id FROM checks INDEXED BY checks_elsewhere
  WHERE ${OF_ENDPOINT} AND vantage <> 'here' AND started_at_ms BETWEEN @startedAtMs - @dayMs AND @startedAtMs + @dayMs
  ORDER BY started_at_ms DESC, id DESC LIMIT 20`;

const OF_OTHER_PORTS = `SELECT id FROM checks INDEXED BY checks_by_outcome WHERE host_id = @hostId AND outcome = @outcome AND port <> @port`;

/** The last of an outcome at other ports before a check. */
export const OTHER_PORTS_BEFORE = `
  ${OF_OTHER_PORTS} AND started_at_ms BETWEEN @startedAtMs - @hourMs AND @startedAtMs ORDER BY started_at_ms DESC, id DESC LIMIT 3`;

/** The first of an outcome at other ports after a check. */
export const OTHER_PORTS_AFTER = `
  ${OF_OTHER_PORTS} AND started_at_ms BETWEEN @startedAtMs AND @startedAtMs + @hourMs ORDER BY started_at_ms, id LIMIT 3`;
