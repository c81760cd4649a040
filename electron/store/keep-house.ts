import { setTimeout as pause } from 'node:timers/promises';

import { TRASH_KEPT_MS } from '../../shared/history/trashed-host.ts';
import { applyRetention } from './checks/apply-retention.ts';
import { expireTranscripts, purgeTranscripts } from './transcripts/expire-transcripts.ts';
import { carryOut } from './in-slices.ts';
import type { Progress } from './in-slices.ts';
import { isClockTrusted } from './is-clock-trusted.ts';
import { CHECKS_TO_MERGE, mergeSlice } from './hosts/merge-hosts.ts';
import { patientlyAfter } from './patiently-after.ts';
import { planRetention } from './checks/plan-retention.ts';
import { beginPurge, CHECKS_TO_PURGE, purgeSlice } from './hosts/purge-hosts.ts';
import { readSetting } from './settings.ts';
import type { Store } from './store.ts';
import { wipeLog } from './wipe-log.ts';

/**
 * Does what is due, unhurried and in slices, until it is done or the signal aborts. Never rejects for reasons of the disk or the file:
 * what could not be done now is due again at the next start.
 *
 * 1. Hosts whose merging was interrupted are merged to the end.
 * 2. What was deleted a week ago goes, where the clock can be trusted; what is being deleted for good goes in any case.
 * 3. What is outside the policy goes, where there is one and the clock can be trusted.
 * 4. Whatever was deleted, now or since the last time, is made unreadable.
 */
export async function keepHouse(store: Store, nowMs: number, signal: AbortSignal): Promise<void> {
  if (store.unwritable !== null) return;
  await removeWhatIsDue(store, nowMs, signal);
  if (!signal.aborted) await wipeLog(store, signal);
}

async function removeWhatIsDue(store: Store, nowMs: number, signal: AbortSignal): Promise<void> {
  await unhurried(carryOut(store, { slice: mergeSlice, countLeft: CHECKS_TO_MERGE }, signal), signal);
  const deletedBeforeMs = isClockTrusted(store, nowMs) ? nowMs - TRASH_KEPT_MS : NEVER_MS;
  const begun = await patientlyAfter(store, () => beginPurge(store, deletedBeforeMs), signal);
  if (begun.kind !== 'written') return;
  await unhurried(carryOut(store, { slice: purgeSlice, countLeft: CHECKS_TO_PURGE }, signal), signal);
  await unhurried(purgeTranscripts(store, deletedBeforeMs, signal), signal);
  const policy = readSetting(store, 'retention');
  if (policy.kind === 'unreadable' || policy.value === null) return;
  const planned = await unhurried(planRetention(store, { policy: policy.value, nowMs, isClockConfirmed: false }, signal), signal);
  if (planned?.kind !== 'planned') return;
  await unhurried(applyRetention(store, planned.plan, signal), signal);
  await unhurried(expireTranscripts(store, { policy: policy.value, nowMs }, signal), signal);
}

/** Before this moment nothing was deleted. */
const NEVER_MS = Number.MIN_SAFE_INTEGER;

/** Between two slices, in milliseconds: the person at the window comes first. */
const PAUSE_MS = 30;

async function unhurried<Result>(work: AsyncGenerator<Progress, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const next = await work.next();
    if (next.done === true) return next.value;
    await pause(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
