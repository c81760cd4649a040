import type { Written } from '../store/changing.ts';
import { purgeTranscripts } from '../store/transcripts/expire-transcripts.ts';
import { carryOut } from '../store/in-slices.ts';
import { beginMerge, CHECKS_TO_MERGE, mergeSlice } from '../store/hosts/merge-hosts.ts';
import { patientlyAfter } from '../store/patiently-after.ts';
import { beginPurge, CHECKS_TO_PURGE, purgeSlice } from '../store/hosts/purge-hosts.ts';
import type { Store, StoreOpening } from '../store/store.ts';
import { wipeLog } from '../store/wipe-log.ts';
import type { StreamHandler } from './handlers.ts';

/** Merges two hosts and tells how far it has come. */
export function createMergeHosts(opening: StoreOpening): StreamHandler<'mergeHosts'> {
  return async function* mergeHosts(request, signal) {
    if (opening.kind === 'unusable') return yield { kind: 'not_written', problem: opening.problem };
    const begin = (store: Store): Written => beginMerge(store, { ...request, nowMs: Date.now() });
    const begun = await patientlyAfter(opening.store, begin, signal);
    if (begun.kind !== 'written') return yield begun;
    const problem = yield* carryOut(opening.store, { slice: mergeSlice, countLeft: CHECKS_TO_MERGE }, signal);
    if (problem !== null) yield problem;
    else if (!signal.aborted) yield { kind: 'merged' };
  };
}

/** Deletes for good what is in the trash, and tells how far it has come. */
export function createEmptyTrash(opening: StoreOpening): StreamHandler<'emptyTrash'> {
  return async function* emptyTrash(_request, signal) {
    if (opening.kind === 'unusable') return yield { kind: 'not_written', problem: opening.problem };
    const begun = await patientlyAfter(opening.store, (store) => beginPurge(store, Number.MAX_SAFE_INTEGER), signal);
    if (begun.kind !== 'written') return yield begun;
    const hosts = yield* carryOut(opening.store, { slice: purgeSlice, countLeft: CHECKS_TO_PURGE }, signal);
    const problem = hosts ?? (yield* purgeTranscripts(opening.store, Number.MAX_SAFE_INTEGER, signal));
    void wipeLog(opening.store);
    if (problem !== null) yield problem;
    else if (!signal.aborted) yield { kind: 'emptied' };
  };
}
