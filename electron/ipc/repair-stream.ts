import { dirname } from 'node:path';

import type { EventOf } from '../../shared/ipc/types.ts';
import { openStore } from '../store/open.ts';
import type { StoreOpening } from '../store/store.ts';
import { repairHistory, type Repaired } from '../transfer/repair-history.ts';
import type { StreamHandler } from './handlers.ts';
import { replaceOpening, suspendOpening } from './reopen-history.ts';
import { withProgress } from './with-progress.ts';

/** What a repair needs. */
export interface Repairing {
  readonly history: StoreOpening;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
}

type Share = Extract<EventOf<'repairHistory'>, { kind: 'share' }>;

/** Repairs the history; it is closed meanwhile, and opened again for everybody however that ends. */
export function createRepairHistory({ history, workerFile }: Repairing): StreamHandler<'repairHistory'> {
  return async function* repair(_request, signal) {
    const { path } = history.kind === 'open' ? history.store : history.problem;
    suspendOpening(history);
    try {
      const end = yield* withProgress<Share, Repaired>(async (tell) =>
        repairHistory({ path, nowMs: Date.now(), workerFile, onProgress: (share) => tell({ kind: 'share', share }) }, signal),
      );
      replaceOpening(history, openStore(dirname(path)));
      yield repairedEvent(end);
    } finally {
      if (history.kind === 'unusable') replaceOpening(history, openStore(dirname(path)));
    }
  };
}

function repairedEvent(end: Repaired): EventOf<'repairHistory'> {
  switch (end.kind) {
    case 'repaired':
      return { kind: 'repaired', counts: end.counts, quarantine: end.quarantine };
    case 'not_repaired':
      return { kind: 'not_written', problem: end.problem };
    case 'sound':
    case 'refused':
    case 'stopped':
      return end;
  }
}
