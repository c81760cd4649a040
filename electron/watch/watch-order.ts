import type { Check } from '../../shared/check/check.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import type { Statistics } from '../../shared/history/statistics.ts';
import type { WatchManners } from '../../shared/service/watch-manners.ts';
import type { Sleep } from '../checks/sleep.ts';

/** What to watch, how often and how long. */
export interface WatchOrder {
  readonly target: Target;
  readonly options: CheckOptions;
  /** From the start of one check to the start of the next, in milliseconds; more where the service would take it amiss. */
  readonly intervalMs: number;
  /** Ends after so many checks; null goes on. */
  readonly count: number | null;
  /** Ends with the first check whose outcome is another than that of the one before. */
  readonly untilChange: boolean;
  /** The person knows what it costs the service: its manners set no limit. */
  readonly isAgreed: boolean;
  /** The computer's, which the watch outlives; left out where nothing tells of it. */
  readonly sleep?: Sleep;
}

/** One check of a watch, when it has ended. */
export interface WatchedCheck {
  readonly check: Check;
  /** Its outcome is another than that of the check before; false for the first. */
  readonly changed: boolean;
  /** Over all checks of this watch. */
  readonly statistics: Statistics;
  /** What the service bears, as far as this check showed which one it is. */
  readonly manners: WatchManners;
  /** What is kept from now on, in milliseconds. */
  readonly intervalMs: number;
  /** When the next one starts, Unix milliseconds; null when this was the last. */
  readonly nextAtMs: number | null;
}

/** Why a watch ended. "caution": the service would begin to punish it, and nobody agreed to that. */
export type WatchEnd = 'stopped' | 'changed' | 'counted' | 'caution';
