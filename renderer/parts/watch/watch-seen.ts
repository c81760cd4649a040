import type { EventOf } from '../../../shared/ipc/types.ts';

/** What is said of a watch in one line. */
export interface WatchSeen {
  /** Null until it was told. */
  readonly rate: Extract<EventOf<'watchEndpoint'>, { kind: 'rate' }> | null;
  /** When the next check begins, on the page’s own clock (performance.now()), in milliseconds; null while one runs, and at the end. */
  readonly nextAtMs: number | null;
  /** How it ended; null while it goes on. */
  readonly over: Extract<EventOf<'watchEndpoint'>, { kind: 'over' }> | null;
}
