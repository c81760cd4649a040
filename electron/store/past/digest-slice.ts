import { startDigest } from '../../../shared/history/check-digest.ts';
import type { CheckDigest, DigestEntry } from '../../../shared/history/check-digest.ts';
import { DIGEST_WIDTHS_MS } from './digest-widths.ts';
import { readEntries } from '../hosts/endpoint-entries.ts';
import type { EndpointKey } from '../hosts/endpoint-entries.ts';
import { parseDigest } from './read-digests.ts';
import type { PlacedDigest } from './read-digests.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** So many checks are digested in one transaction: some milliseconds. */
const SLICE = 1_000;

/** Digests the oldest checks of an endpoint that are not digested yet, in one transaction. Never throws for reasons of the disk or the file. */
export function digestSlice(store: Store, key: EndpointKey): Writing<void> {
  return writing(store, () => {
    const fromMs = Number(prepared(store, DIGESTED_TO).pluck().get(key) ?? Number.MIN_SAFE_INTEGER);
    const toMs = endOfSlice(store, key, fromMs);
    const { entries } = readEntries(store, { ...key, fromMs, toMs, skip: 0, limit: NO_LIMIT });
    const parts = digestParts(entries);
    for (const widthMs of DIGEST_WIDTHS_MS) {
      // What was digested here before a check came late, or left.
      prepared(store, DELETE_STALE).run({ ...key, widthMs, fromMs, toMs });
      for (const [slotMs, ofSlot] of Map.groupBy(parts, (part) => slotOf(part.fromMs, widthMs))) {
        const known =
          slotMs < fromMs
            ? prepared(store, DIGEST)
                .pluck()
                .get({ ...key, widthMs, slotMs })
            : undefined;
        const digests = [...(known === undefined ? [] : [parseDigest(known)]), ...ofSlot.map(({ digest }) => digest)];
        prepared(store, PUT_DIGEST).run({ ...key, widthMs, slotMs, digest: JSON.stringify(join(digests)) });
      }
    }
    prepared(store, SET_DIGESTED_TO).run({ ...key, toMs });
  });
}

/** Forgets what is digested of an endpoint: it is digested again when it is needed. Never throws for reasons of the disk or the file. */
export function forgetDigests(store: Store, key: EndpointKey): Writing<void> {
  return writing(store, () => void prepared(store, SET_DIGESTED_TO).run({ ...key, toMs: null }));
}

/** SQLite's way to say that there is no limit. */
const NO_LIMIT = -1;

/** Checks of one millisecond are digested together: the place where digesting goes on is a moment. */
function endOfSlice(store: Store, key: EndpointKey, fromMs: number): number {
  const lastMs = prepared(store, MOMENT_OF_CHECK)
    .pluck()
    .get({ ...key, fromMs, skip: SLICE - 1 });
  return Number(lastMs ?? prepared(store, LAST_MOMENT).pluck().get(key) ?? fromMs) + 1;
}

/** The checks in digests of the shortest width, from which the longer ones are joined. */
function digestParts(entries: readonly DigestEntry[]): readonly PlacedDigest[] {
  const [widthMs] = DIGEST_WIDTHS_MS;
  const slots = Map.groupBy(entries, ({ startedAtMs }) => slotOf(startedAtMs, widthMs));
  return [...slots].map(([fromMs, ofSlot]) => {
    const digest = startDigest();
    for (const entry of ofSlot) digest.add(entry);
    return { fromMs, digest: digest.save() };
  });
}

function join(digests: readonly CheckDigest[]): CheckDigest {
  const all = startDigest();
  for (const digest of digests) all.addAll(digest);
  return all.save();
}

function slotOf(atMs: number, widthMs: number): number {
  return Math.floor(atMs / widthMs) * widthMs;
}

const OF_ENDPOINT = 'host_id = @hostId AND port = @port AND transport = @transport';

/** Up to which moment the checks of an endpoint are digested. */
export const DIGESTED_TO = `SELECT digested_to_ms FROM endpoints WHERE ${OF_ENDPOINT}`;

const MOMENT_OF_CHECK = `
  SELECT started_at_ms FROM checks WHERE ${OF_ENDPOINT} AND started_at_ms >= @fromMs ORDER BY started_at_ms, id LIMIT 1 OFFSET @skip`;

const LAST_MOMENT = `SELECT started_at_ms FROM checks WHERE ${OF_ENDPOINT} ORDER BY started_at_ms DESC LIMIT 1`;

const DIGEST = `SELECT digest FROM check_digests WHERE ${OF_ENDPOINT} AND width_ms = @widthMs AND from_ms = @slotMs`;

const DELETE_STALE = `
  DELETE FROM check_digests WHERE ${OF_ENDPOINT} AND width_ms = @widthMs AND from_ms >= @fromMs AND from_ms < @toMs`;

const PUT_DIGEST = `
  INSERT INTO check_digests (host_id, port, transport, width_ms, from_ms, digest)
  VALUES (@hostId, @port, @transport, @widthMs, @slotMs, @digest)
  ON CONFLICT DO UPDATE SET digest = excluded.digest`;

const SET_DIGESTED_TO = `UPDATE endpoints SET digested_to_ms = @toMs WHERE ${OF_ENDPOINT}`;
