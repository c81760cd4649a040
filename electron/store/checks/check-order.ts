import type { EndpointKey } from '../hosts/endpoint-entries.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Where a check stands among those of its endpoint. */
export interface CheckPlace extends EndpointKey {
  /** Only compared, so that one which nobody knows does no harm. */
  readonly outcome: string;
  readonly startedAtMs: number;
  readonly vantage: string;
  /** Orders checks that began in the same millisecond. */
  readonly id: number;
}

/** A check that is about to be saved stands after all others of its millisecond. */
export const NEW_ID = Number.MAX_SAFE_INTEGER;

/** What a check that comes or goes does to the changes of its endpoint; checks that were cancelled or made elsewhere are passed over. */
export interface Disturbance {
  /** Whether the check itself is a change. */
  readonly isChange: boolean;
  /** How many changes more the endpoint has now, or fewer. */
  readonly changeDelta: number;
  /** What the newest check says now, when that is another one; null when there is none left. */
  readonly newest: { readonly outcome: string | null } | 'as_before';
}

const undisturbed: Disturbance = { isChange: false, changeDelta: 0, newest: 'as_before' };

/** What an endpoint knows of its newest check. */
export interface EndpointEnd {
  readonly newestAtMs: number | null;
  readonly outcome: string | null;
}

/** What an endpoint knows of its newest check; null when there is no such endpoint yet. */
export function readEnd(store: Store, { hostId, port, transport }: EndpointKey): EndpointEnd | null {
  return row<EndpointEnd>(prepared(store, END_OF_ENDPOINT).get(hostId, port, transport)) ?? null;
}

/** Tells whether a check that comes to this place is a change, and corrects the one after it. To be run inside the transaction that brings it. */
export function makeRoom(store: Store, place: CheckPlace, end: EndpointEnd | null): Disturbance {
  if (isPassedOver(place)) return undisturbed;
  const { outcome } = place;
  // Almost every check is the newest one: then the endpoint knows all there is to know.
  const isNewest = isAfter(place, end?.newestAtMs ?? -Infinity);
  const before = isNewest ? end?.outcome : row<Neighbour>(prepared(store, JUDGED_BEFORE).get(place))?.outcome;
  const after = isNewest ? undefined : row<Neighbour>(prepared(store, JUDGED_AFTER).get(place));
  const isChange = Number((before ?? outcome) !== outcome);
  const delta = isChange + (after === undefined ? 0 : correct(store, after, after.outcome !== outcome));
  return { isChange: isChange === 1, changeDelta: delta, newest: after === undefined ? { outcome } : 'as_before' };
}

/** Corrects the check after a place that was left; to be run after the check went, in the same transaction. */
export function closeGap(store: Store, place: CheckPlace, wasChange: boolean): Disturbance {
  if (isPassedOver(place)) return undisturbed;
  const before = row<Neighbour>(prepared(store, JUDGED_BEFORE).get(place));
  const after = row<Neighbour>(prepared(store, JUDGED_AFTER).get(place));
  const delta = after === undefined ? 0 : correct(store, after, before !== undefined && before.outcome !== after.outcome);
  const newest = after === undefined ? { outcome: before?.outcome ?? null } : 'as_before';
  return { isChange: wasChange, changeDelta: delta - Number(wasChange), newest };
}

/** What somebody sees elsewhere is no change of what is seen here. */
function isPassedOver({ outcome, vantage }: CheckPlace): boolean {
  return outcome === 'cancelled' || vantage !== 'here';
}

function isAfter({ startedAtMs, id }: CheckPlace, newestAtMs: number): boolean {
  return id === NEW_ID ? startedAtMs >= newestAtMs : startedAtMs > newestAtMs;
}

interface Neighbour {
  readonly id: number;
  readonly outcome: string;
  readonly isChange: number;
}

/** Columns of our own STRICT tables: whoever wrote the file, the kinds of value are right, and an unknown outcome is only compared. */
function row<Columns>(found: unknown): Columns | undefined {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return found as Columns | undefined;
}

function correct(store: Store, { id, isChange }: Neighbour, wanted: boolean): number {
  if (Number(wanted) !== isChange) prepared(store, SET_CHANGE).run({ id, isChange: Number(wanted) });
  return Number(wanted) - isChange;
}

/** What an endpoint knows of its newest check. */
export const END_OF_ENDPOINT = `
  SELECT newest_at_ms AS newestAtMs, newest_outcome AS outcome FROM endpoints WHERE host_id = ? AND port = ? AND transport = ?`;

const NEIGHBOUR = `
  SELECT id, outcome, is_change AS isChange FROM checks
  WHERE host_id = @hostId AND port = @port AND transport = @transport AND outcome <> 'cancelled' AND vantage = 'here'`;

/** The last check before a place that was made here and not cancelled. */
export const JUDGED_BEFORE = `${NEIGHBOUR} AND (started_at_ms, id) < (@startedAtMs, @id) ORDER BY started_at_ms DESC, id DESC LIMIT 1`;

/** The first check after a place that was made here and not cancelled. */
export const JUDGED_AFTER = `${NEIGHBOUR} AND (started_at_ms, id) > (@startedAtMs, @id) ORDER BY started_at_ms, id LIMIT 1`;

const SET_CHANGE = 'UPDATE checks SET is_change = @isChange WHERE id = @id';
