import type { Transport } from '../../../shared/check/target.ts';
import { isFailure } from '../../../shared/history/is-failure.ts';
import type { Arrival } from '../arrival.ts';
import type { CheckPlace, Disturbance } from '../checks/check-order.ts';
import { LONGEST_DIGEST_MS } from '../past/digest-widths.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** A check that comes to its endpoint or leaves it, and what that does to the changes there. */
export interface EndpointRecord {
  readonly place: CheckPlace;
  readonly disturbance: Disturbance;
}

/** Makes an endpoint with its first check, its last one only if it was made here; to be run inside a transaction, and only when there is none. Its host is to count it. */
export function beginEndpoint(store: Store, { place, disturbance: { changeDelta, newest } }: EndpointRecord): void {
  const { hostId, port, transport, outcome, startedAtMs, vantage } = place;
  const lastColumns = vantage === 'here' ? [outcome, startedAtMs] : [null, null];
  const newestColumns = newest === 'as_before' ? [null, null] : [startedAtMs, newest.outcome];
  const counts = [changeDelta, Number(isFailure(outcome))];
  // By their place, not by name: a sweep makes 65 535 of them.
  prepared(store, BEGIN_ENDPOINT).run(hostId, port, transport, ...lastColumns, ...counts, ...newestColumns);
}

/** Counts a check to its endpoint; it may become the last one only if it was made here. To be run inside a transaction. */
export function recordEndpoint(store: Store, record: EndpointRecord, arrival: Arrival): void {
  const isHere = record.place.vantage === 'here';
  prepared(store, COUNT_CHECK).run({ ...columnsOf(record), isLive: Number(arrival === 'made_now'), isHere: Number(isHere) });
  if (isHere) prepared(store, SET_OUTCOME).run(record.place);
}

/** Makes an endpoint that was never checked, unless it is there; tells whether it was made. To be run inside a transaction. */
export function addEndpoint(
  store: Store,
  { hostId, port, transport }: { readonly hostId: number; readonly port: number; readonly transport: Transport },
): boolean {
  if (prepared(store, INSERT_ENDPOINT).run({ hostId, port, transport }).changes === 0) return false;
  prepared(store, COUNT_ENDPOINT).run(hostId);
  return true;
}

/** Takes a check that left from the counts of its endpoint; its last outcome stays. To be run inside a transaction. */
export function uncountCheck(store: Store, record: EndpointRecord): void {
  prepared(store, UNCOUNT).run(columnsOf(record));
}

function columnsOf({ place, disturbance: { changeDelta, newest } }: EndpointRecord) {
  const { hostId, port, transport, outcome, startedAtMs } = place;
  return {
    ...{ hostId, port, transport, startedAtMs, changeDelta },
    failures: Number(isFailure(outcome)),
    isNewest: Number(newest !== 'as_before'),
    newestOutcome: newest === 'as_before' ? null : newest.outcome,
    // The longest digest in which a check came late, or left, is made again as a whole.
    digestFromMs: Math.floor(startedAtMs / LONGEST_DIGEST_MS) * LONGEST_DIGEST_MS,
  };
}

const NEWEST = `
  change_count = change_count + @changeDelta, newest_outcome = iif(@isNewest, @newestOutcome, newest_outcome),
  digested_to_ms = iif(digested_to_ms > @startedAtMs, @digestFromMs, digested_to_ms)`;

const COUNT_CHECK = `
  UPDATE endpoints SET
    last_checked_at_ms = iif(NOT @isHere, last_checked_at_ms,
      iif(@isLive OR last_checked_at_ms IS NULL, @startedAtMs, max(@startedAtMs, last_checked_at_ms))),
    newest_at_ms = iif(@isNewest, max(@startedAtMs, ifnull(newest_at_ms, @startedAtMs)), newest_at_ms),
    check_count = check_count + 1, failure_count = failure_count + @failures, ${NEWEST}
  WHERE host_id = @hostId AND port = @port AND transport = @transport`;

// Apart, because an index hangs on it and it seldom changes: naming it in every update would write one page more with every check.
const SET_OUTCOME = `
  UPDATE endpoints SET last_outcome = @outcome
  WHERE host_id = @hostId AND port = @port AND transport = @transport AND last_checked_at_ms = @startedAtMs AND last_outcome IS NOT @outcome`;

const BEGIN_ENDPOINT = `
  INSERT INTO endpoints (host_id, port, transport, last_outcome, last_checked_at_ms, check_count, change_count, failure_count,
    newest_at_ms, newest_outcome)
  VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`;

const INSERT_ENDPOINT = 'INSERT INTO endpoints (host_id, port, transport) VALUES (@hostId, @port, @transport) ON CONFLICT DO NOTHING';

const COUNT_ENDPOINT = 'UPDATE hosts SET endpoint_count = endpoint_count + 1 WHERE id = ?';

const UNCOUNT = `
  UPDATE endpoints SET check_count = check_count - 1, failure_count = failure_count - @failures, ${NEWEST}
  WHERE host_id = @hostId AND port = @port AND transport = @transport`;
