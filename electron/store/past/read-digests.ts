import * as v from 'valibot';

import type { CheckDigest } from '../../../shared/history/check-digest.ts';
import type { EndpointKey } from '../hosts/endpoint-entries.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** A digest and the moment where its time begins, Unix milliseconds. */
export interface PlacedDigest {
  readonly fromMs: number;
  readonly digest: CheckDigest;
}

/** Which digests of an endpoint; `toMs` is not in it any more. */
export interface DigestsWanted extends EndpointKey {
  readonly widthMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Digests of an endpoint in their order; a damaged one is thrown as such, for without it the sums would lie. To be run inside `reading`. */
export function readDigests(store: Store, { hostId, port, transport, widthMs, fromMs, toMs }: DigestsWanted): readonly PlacedDigest[] {
  const found = prepared(store, DIGESTS_OF_ENDPOINT).raw().all(hostId, port, transport, widthMs, fromMs, toMs);
  return found.map((row) => {
    const [slotMs, text] = v.parse(rowSchema, row);
    return { fromMs: slotMs, digest: parseDigest(text) };
  });
}

/** A digest as it is kept. Throws a ValiError when it is damaged. */
export function parseDigest(text: unknown): CheckDigest {
  return v.parse(digestSchema, text);
}

const rowSchema = v.tuple([v.number(), v.string()]);

/** Hundreds of numbers in each of a thousand digests: looking at each of them with a schema of its own takes ten times as long. */
const quantilesSchema = v.custom<readonly number[]>((value) => Array.isArray(value) && value.every(Number.isFinite));

const countsSchema = v.record(v.string(), v.number());

const stretchSchema = v.object({ isUp: v.boolean(), fromMs: v.number(), toMs: v.number(), checkCount: v.number() });

const seenSchema = v.object({ startedAtMs: v.number(), isUp: v.boolean() });

const digestSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    outcomeCounts: countsSchema,
    stretches: v.nullable(
      v.object({
        first: stretchSchema,
        last: stretchSchema,
        isOne: v.boolean(),
        longestUp: v.nullable(stretchSchema),
        longestDown: v.nullable(stretchSchema),
        lastWorkedAtMs: v.nullable(v.number()),
      }),
    ),
    uptime: v.nullable(v.object({ first: seenSchema, last: seenSchema, upMs: v.number(), watchedMs: v.number() })),
    phases: v.record(v.string(), quantilesSchema),
    reply: quantilesSchema,
  }),
);

/** Digests of an endpoint, oldest first. */
export const DIGESTS_OF_ENDPOINT = `
  SELECT from_ms, digest FROM check_digests
  WHERE host_id = ? AND port = ? AND transport = ? AND width_ms = ? AND from_ms >= ? AND from_ms < ? ORDER BY from_ms`;
