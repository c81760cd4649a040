import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { countChecks } from '../store/checks/count-checks.ts';
import { countChecksOf } from '../store/checks/count-checks-of.ts';
import { findLastSuccess } from '../store/checks/find-last-success.ts';
import { pageChecks } from '../store/checks/page-checks.ts';
import { readCheck } from '../store/checks/read-check.ts';
import { readStatistics } from '../store/past/read-statistics.ts';
import { readTimeline } from '../store/past/read-timeline.ts';
import type { StoreOpening } from '../store/store.ts';
import type { Handlers } from './handlers.ts';
import { readFrom } from './with-store.ts';

/** The handlers that look through past checks. */
export type HistoryHandlers = Pick<
  Handlers,
  'readHistoryStatus' | 'pageChecks' | 'countChecks' | 'readCheck' | 'findLastSuccess' | 'readTimeline' | 'readStatistics'
>;

function damageOf(opening: StoreOpening): StoreProblem | null {
  return (opening.kind === 'open' ? opening.damage : opening.problem) ?? null;
}

/** Makes the handlers that look through past checks, of a history that opened or did not. */
export function createHistoryHandlers(opening: StoreOpening): HistoryHandlers {
  return {
    readHistoryStatus: () =>
      readFrom(opening, (store) => {
        const count = countChecks(store);
        return count.kind === 'read'
          ? { kind: 'read', value: { checkCount: count.value, unwritable: store.unwritable, damage: damageOf(opening) } }
          : count;
      }),
    pageChecks: (request) => readFrom(opening, (store) => pageChecks(store, request)),
    countChecks: (request) => readFrom(opening, (store) => countChecksOf(store, request)),
    readCheck: ({ id }) => readFrom(opening, (store) => readCheck(store, id)),
    findLastSuccess: ({ id }) => readFrom(opening, (store) => findLastSuccess(store, id)),
    readTimeline: (request) => readFrom(opening, (store) => readTimeline(store, request)),
    readStatistics: (request) => readFrom(opening, (store) => readStatistics(store, request)),
  };
}
