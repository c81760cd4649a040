import type { CheckRow } from '../../shared/history/check-row.ts';
import type { ChecksFilter, Endpoint } from '../../shared/history/checks-wanted.ts';
import type { Store } from '../store/store.ts';
import { walkChecks } from './walk-checks.ts';

/** When an endpoint stopped working, as seen from one of its checks. */
export interface Turn {
  /** The newest check before it that succeeded, or null. */
  readonly lastWorked: CheckRow | null;
  /** The first failure after that; null when the endpoint works. Unix milliseconds. */
  readonly firstFailedAtMs: number | null;
}

/** A moment of an endpoint. */
export interface TurnWanted {
  readonly hostId: number;
  readonly endpoint: Endpoint;
  /** Of the check it is seen from, in Unix milliseconds. */
  readonly atMs: number;
}

/** Finds the last time it worked, and the first failure since. What cannot be read counts as not there. */
export async function findTurn(store: Store, { hostId, endpoint, atMs }: TurnWanted, signal: AbortSignal): Promise<Turn> {
  const first = async (filter: Partial<ChecksFilter>, isDescending: boolean): Promise<CheckRow | null> => {
    for await (const part of walkChecks(store, { hostId, endpoint, filter, isDescending }, signal)) {
      const [row] = part.kind === 'walked' ? part.rows : [];
      if (row !== undefined) return row;
    }
    return null;
  };
  const lastWorked = await first({ outcomes: ['succeeded'], toMs: atMs }, true);
  const since = lastWorked === null ? null : lastWorked.startedAtMs;
  const firstFailed = await first({ kind: 'failures', fromMs: since, toMs: atMs + 1 }, false);
  return { lastWorked, firstFailedAtMs: firstFailed?.startedAtMs ?? null };
}
