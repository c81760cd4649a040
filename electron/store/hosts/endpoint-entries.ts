import * as v from 'valibot';

import { isTimeKnown } from '../../../shared/check/known-time.ts';
import { outcomeSchema } from '../../../shared/check/outcome.ts';
import { stages } from '../../../shared/check/stage.ts';
import type { Transport } from '../../../shared/check/target.ts';
import type { DigestEntry } from '../../../shared/history/check-digest.ts';
import { fitting } from '../fitting.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** An endpoint of a host, by its key in the store. */
export interface EndpointKey {
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
}

/** A stretch of the checks of an endpoint: Unix milliseconds, `toMs` not in it any more. */
export interface EntriesWanted extends EndpointKey {
  readonly fromMs: number;
  readonly toMs: number;
  /** Leaves out so many of them at the beginning. */
  readonly skip: number;
  readonly limit: number;
}

/** Checks of an endpoint as statistics need them, those that were made here, in their order; to be run inside `reading` or `writing`. */
export function readEntries(store: Store, { hostId, port, transport, fromMs, toMs, skip, limit }: EntriesWanted): Entries {
  const found = prepared(store, ENTRIES_OF_ENDPOINT).raw().all(hostId, port, transport, fromMs, toMs, limit, skip);
  return { entries: fitting(entrySchema, found).rows, readCount: found.length };
}

/** Some checks of an endpoint; those that were damaged are left out, but were read. */
export interface Entries {
  readonly entries: readonly DigestEntry[];
  readonly readCount: number;
}

const timeSchema = v.nullable(v.number());

/** A row without the names of its columns: three times as fast, and there may be thousands. */
const entrySchema = v.pipe(
  v.tuple([v.number(), outcomeSchema, timeSchema, timeSchema, timeSchema, timeSchema, timeSchema, timeSchema]),
  v.transform(([startedAtMs, outcome, replyMs, ...times]): DigestEntry => {
    const phases = Object.fromEntries(stages.flatMap((stage, place) => (isTold(times[place]) ? [[stage, times[place]]] : [])));
    return { startedAtMs, outcome, replyMs: isTold(replyMs) ? replyMs : null, phases };
  }),
);

/** What was saved before unknown times were left out has 0 for them. */
function isTold(timeMs: number | null | undefined): timeMs is number {
  return timeMs != null && isTimeKnown(timeMs);
}

/** Checks of an endpoint that were made here, oldest first. */
export const ENTRIES_OF_ENDPOINT = `
  SELECT started_at_ms, outcome, nullif(reply_ms, -1), resolve_ms, connect_ms, handshake_ms, greeting_ms, request_ms FROM checks
  WHERE host_id = ? AND port = ? AND transport = ? AND started_at_ms >= ? AND started_at_ms < ? AND vantage = 'here'
  ORDER BY started_at_ms, id LIMIT ? OFFSET ?`;
