import type { Check } from '../../shared/check/check.ts';

/** Keeps results in the history. */
export interface Keeper {
  /** Saves them in one transaction and gives them back with their numbers; without, when they could not be saved. Aborting ends the wait for a locked history. */
  readonly keep: (checks: readonly Check[], signal: AbortSignal) => Promise<readonly Check[]>;
  readonly close: () => void;
}

/** Keeps nothing, as --no-save wants. */
export const keepsNothing: Keeper = { keep: (checks) => Promise.resolve(checks), close: () => undefined };
