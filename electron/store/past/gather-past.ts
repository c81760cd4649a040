import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';

import type { DigestEntry } from '../../../shared/history/check-digest.ts';
import type { EndpointSpan } from '../../../shared/history/endpoint-timeline.ts';
import { digestSlice, forgetDigests } from './digest-slice.ts';
import { readEntries } from '../hosts/endpoint-entries.ts';
import type { EndpointKey } from '../hosts/endpoint-entries.ts';
import { readDigests } from './read-digests.ts';
import type { PlacedDigest } from './read-digests.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The past of an endpoint, or a part of it: what the digests tell comes before the checks that are not digested. */
export interface Past extends PastSpan {
  readonly digests: readonly PlacedDigest[];
  readonly entries: readonly DigestEntry[];
}

/** Unix milliseconds; `toMs` is not in it any more. */
interface PastSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** What one digest stands for; null when every check is there itself. */
  readonly widthMs: number | null;
  /** The endpoint's first and last check of all. */
  readonly firstMs: number;
  readonly lastMs: number;
}

/** So many checks are read as they are: some milliseconds. More are digested first, once. */
export const ENTRIES_AT_ONCE = 500;

/** The past of an endpoint, or null when it has none in that span. Never rejects for reasons of the disk or the file. */
export async function gatherPast(store: Store, span: EndpointSpan, widthOf: ChooseWidth): Promise<StoreReading<Past | null>> {
  const past = await gather(store, span, widthOf);
  const isDamaged = past.kind === 'unreadable' && past.problem.kind === 'damaged';
  // Digests can be made again from the checks.
  if (!isDamaged || forgetDigests(store, keyOf(span)).kind === 'not_written') return past;
  return gather(store, span, widthOf);
}

/** Chooses what one digest stands for by the length of the whole, both in milliseconds. */
export type ChooseWidth = (lengthMs: number) => number;

/**
 * Gathers once. Never rejects for reasons of the disk or the file.
 *
 * 1. A short past comes check by check.
 * 2. A long one comes in digests, with the checks since the last of them. What is missing is digested first, in slices between which
 *    everything else has its turn: once after many checks came, and again after old ones did.
 * 3. A history that cannot be written, for ever or just now, comes check by check, in slices.
 */
async function gather(store: Store, span: EndpointSpan, widthOf: ChooseWidth): Promise<StoreReading<Past | null>> {
  const key = keyOf(span);
  const problem = store.unwritable === null ? await digestPast(store, key) : null;
  if (problem !== null) return problem;
  const plan = reading(store, () => ({ kind: 'read', value: planPast(store, span, widthOf) }));
  if (plan.kind === 'unreadable' || plan.value === null) return plan.kind === 'unreadable' ? plan : { kind: 'read', value: null };
  return readPast(store, key, plan.value);
}

function keyOf({ hostId, port, transport }: EndpointSpan): EndpointKey {
  return { hostId, port, transport };
}

type Unreadable = Extract<StoreReading<never>, { kind: 'unreadable' }>;

/** Digests until few enough checks are left. Gives why it could not, else null. */
async function digestPast(store: Store, key: EndpointKey): Promise<Unreadable | null> {
  for (;;) {
    const longer = reading(store, () => ({ kind: 'read', value: isLonger(store, { ...key, ...undigestedOf(store, key) }) }));
    if (longer.kind === 'unreadable') return longer;
    if (!longer.value) return null;
    const slice = digestSlice(store, key);
    // Somebody else writes, perhaps for long: what is not digested is read as it is.
    if (slice.kind === 'not_written') return slice.problem.kind === 'locked' ? null : { kind: 'unreadable', problem: slice.problem };
    await setImmediate();
  }
}

interface Stretch extends EndpointKey {
  readonly fromMs: number;
  readonly toMs: number;
}

function undigestedOf(store: Store, key: EndpointKey): { readonly fromMs: number; readonly toMs: number } {
  const digestedToMs = prepared(store, DIGESTED_TO).pluck().get(key);
  return { fromMs: digestedToMs == null ? Number.MIN_SAFE_INTEGER : Number(digestedToMs), toMs: Number.MAX_SAFE_INTEGER };
}

function isLonger(store: Store, stretch: Stretch): boolean {
  return Number(prepared(store, COUNT_ENTRIES).pluck().get(stretch)) > ENTRIES_AT_ONCE;
}

/** What to read: checks before `digestedToMs` from digests, the others as they are. */
interface Plan {
  readonly span: PastSpan;
  readonly digestedToMs: number;
}

function planPast(store: Store, span: EndpointSpan, widthOf: ChooseWidth): Plan | null {
  const key = keyOf(span);
  const [firstMs, lastMs] = v.parse(endsSchema, prepared(store, ENDS_OF_ENDPOINT).raw().get(key));
  if (firstMs === null || lastMs === null) return null;
  const [fromMs, toMs] = [span.fromMs ?? firstMs, span.toMs ?? lastMs + 1];
  if (toMs <= fromMs) return null;
  const widthMs = isLonger(store, { ...key, fromMs, toMs }) ? widthOf(toMs - fromMs) : null;
  const digestedToMs = undigestedOf(store, key).fromMs;
  if (widthMs === null) return { span: { fromMs, toMs, widthMs, firstMs, lastMs }, digestedToMs: fromMs };
  const whole = { fromMs: Math.floor(fromMs / widthMs) * widthMs, toMs: Math.ceil(toMs / widthMs) * widthMs };
  return { span: { ...whole, widthMs, firstMs, lastMs }, digestedToMs };
}

const endsSchema = v.tuple([v.nullable(v.number()), v.nullable(v.number())]);

async function readPast(store: Store, key: EndpointKey, { span, digestedToMs }: Plan): Promise<StoreReading<Past>> {
  const { fromMs, toMs, widthMs } = span;
  const digested = { ...key, fromMs, toMs: Math.min(toMs, digestedToMs) };
  const digests = reading(store, () => ({ kind: 'read', value: widthMs === null ? [] : readDigests(store, { ...digested, widthMs }) }));
  if (digests.kind === 'unreadable') return digests;
  const rest = { ...key, fromMs: Math.max(fromMs, digestedToMs), toMs };
  const entries: DigestEntry[] = [];
  for (let skip = 0; ; skip += ENTRIES_AT_ONCE) {
    const part = reading(store, () => ({ kind: 'read', value: readEntries(store, { ...rest, skip, limit: ENTRIES_AT_ONCE }) }));
    if (part.kind === 'unreadable') return part;
    entries.push(...part.value.entries);
    if (part.value.readCount < ENTRIES_AT_ONCE) return { kind: 'read', value: { ...span, digests: digests.value, entries } };
    await setImmediate();
  }
}

const OF_ENDPOINT = 'host_id = @hostId AND port = @port AND transport = @transport';

const DIGESTED_TO = `SELECT digested_to_ms FROM endpoints WHERE ${OF_ENDPOINT}`;

/** The first and the last check of an endpoint that were made here. */
export const ENDS_OF_ENDPOINT = `
  SELECT (SELECT started_at_ms FROM checks WHERE ${OF_ENDPOINT} AND vantage = 'here' ORDER BY started_at_ms LIMIT 1),
    (SELECT started_at_ms FROM checks WHERE ${OF_ENDPOINT} AND vantage = 'here' ORDER BY started_at_ms DESC LIMIT 1)`;

/** Whether a stretch has more checks than are read as they are; counting stops there. */
export const COUNT_ENTRIES = `
  SELECT count(*) FROM (SELECT 1 FROM checks WHERE ${OF_ENDPOINT} AND started_at_ms >= @fromMs AND started_at_ms < @toMs
  LIMIT ${ENTRIES_AT_ONCE + 1})`;
