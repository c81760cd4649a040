import type { FailureCode } from '../../../shared/check/failure.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';
import type { ResolverName } from '../names.ts';

/** One endpoint of the lab, checked by Sonde and by nc, and what has to come of it. */
export interface Case {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Given to Sonde in place of host and port; nc has no such thing. */
  readonly url?: string;
  readonly resolver?: ResolverName;
  /** More words for `sonde check`. */
  readonly options?: readonly string[];
  /** The same in the words of nc. */
  readonly ncOptions?: readonly string[];
  readonly outcome: Outcome;
  /** Null exactly when the outcome is `succeeded`. */
  readonly code: FailureCode | null;
  /** As the system spells it; not compared where it is absent. */
  readonly systemCode?: string | null;
  /** The check itself takes at least this long, in milliseconds; the network alone sees to that. */
  readonly notBeforeMs?: number;
  /** And at most this long, in milliseconds: generous, the machine may be busy. */
  readonly withinMs: number;
  /** Parts of the printed check that have to be there. */
  readonly shows?: object;
  /** Why our exit code differs from nc's; absent where they agree. */
  readonly oursIsBetterBecause?: string;
}

/** Milliseconds a case may take in which nothing has to be waited for. */
export const SOON_MS = 4_000;
