import * as v from 'valibot';

import { outcomeSchema } from '../../../shared/check/outcome.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';
import { targetSchema } from '../../../shared/check/target.ts';
import type { Target } from '../../../shared/check/target.ts';
import type { NotWritten } from '../changing.ts';
import { addEndpoint } from './endpoints.ts';
import { fitting } from '../fitting.ts';
import { addTags } from './host-tags.ts';
import { addHost, findHostId } from './hosts.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';
import { writing } from '../writing.ts';

/** Endpoints to add, and the tags their hosts get. */
export interface NewTargets {
  readonly targets: readonly Target[];
  readonly tags: readonly string[];
  /** Unix milliseconds. */
  readonly nowMs: number;
}

/** How many of them were new. */
export type TargetsAdded = { readonly kind: 'written'; readonly newHostCount: number; readonly newEndpointCount: number } | NotWritten;

/** Adds endpoints that were never checked; known ones stay as they are. All or none. Never throws for reasons of the disk or the file. */
export function addTargets(store: Store, { targets, tags, nowMs }: NewTargets): TargetsAdded {
  const written = writing(store, () => {
    const added = targets.map((target) => addTarget(store, target, nowMs));
    for (const hostId of new Set(added.map((one) => one.hostId))) addTags(store, hostId, tags);
    return {
      newHostCount: added.filter((one) => one.isNewHost).length,
      newEndpointCount: added.filter((one) => one.isNewEndpoint).length,
    };
  });
  return written.kind === 'committed' ? { kind: 'written', ...written.value } : written;
}

interface TargetAdded {
  readonly hostId: number;
  readonly isNewHost: boolean;
  readonly isNewEndpoint: boolean;
}

function addTarget(store: Store, { host, port, transport }: Target, nowMs: number): TargetAdded {
  const known = findHostId(store, host);
  if (known !== null) prepared(store, SHOW_HOST).run(known);
  const hostId = known ?? addHost(store, host, nowMs);
  return { hostId, isNewHost: known === null, isNewEndpoint: addEndpoint(store, { hostId, port, transport }) };
}

/** An endpoint to check again. */
export interface KnownTarget {
  readonly hostId: number;
  readonly target: Target;
  readonly lastOutcome: Outcome | null;
}

/** To check more than this at once nobody waits for. */
const TARGETS_LISTED = 5_000;

/** Every endpoint of the hosts with this tag. Never throws for reasons of the disk or the file. */
export function listTargets(store: Store, tag: string): StoreListing<KnownTarget> {
  return reading(store, () => {
    const { rows, unreadableCount } = fitting(targetRowSchema, prepared(store, TARGETS_OF_TAG).all(tag));
    const targets = rows.map(({ hostId, lastOutcome, ...target }) => ({ hostId, target, lastOutcome }));
    return { kind: 'listed', rows: targets, unreadableCount };
  });
}

const targetRowSchema = v.object({ ...targetSchema.entries, hostId: v.number(), lastOutcome: v.nullable(outcomeSchema) });

/** What was deleted and is added again is wanted again. */
const SHOW_HOST = 'UPDATE hosts SET hidden_at_ms = NULL WHERE id = ? AND hidden_at_ms IS NOT NULL';

/** The endpoints of all hosts with a tag. */
export const TARGETS_OF_TAG = `
  SELECT hosts.id AS hostId, host, port, transport, endpoints.last_outcome AS lastOutcome
  FROM host_tags JOIN hosts ON hosts.id = host_tags.host_id JOIN endpoints ON endpoints.host_id = hosts.id
  WHERE tag = ? AND hidden_at_ms IS NULL ORDER BY host_tags.host_id, port, transport LIMIT ${TARGETS_LISTED}`;
