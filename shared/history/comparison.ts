import type { Check } from '../check/check.ts';
import type { AddressAttempt, Resolution } from '../check/evidence.ts';
import type { FailureCode } from '../check/failure.ts';
import type { Outcome } from '../check/outcome.ts';
import type { Stage, StageRecord } from '../check/stage.ts';

/** What is compared of two checks, and the form of its values; a stage's time is compared apart (`StageTimeDifference`). */
export interface ComparedValues {
  readonly outcome: Outcome;
  /** The stage that decided: the one that failed, else the last that ran. */
  readonly ended_at: Stage;
  readonly failure_code: FailureCode;
  /** As the system spells it. */
  readonly system_code: string;
  readonly vantage: string;

  /** Who turned the host into addresses. */
  readonly answered_by: Resolution['source'];
  /** All addresses of the answer, in its order. */
  readonly resolved_addresses: readonly string[];
  /** The address that decided. */
  readonly address: string;
  /** What each address met, in the resolver's order. */
  readonly attempts: readonly Pick<AddressAttempt, 'address' | 'outcome'>[];

  readonly certificate_subject: string;
  readonly certificate_issuer: string;
  readonly certificate_names: readonly string[];
  /** Unix times in milliseconds. */
  readonly certificate_validity: { readonly fromMs: number; readonly toMs: number };
  readonly certificate_fingerprint: string;
  readonly certificate_problems: readonly FailureCode[];
  readonly tls_version: string;
  readonly tls_cipher: string;

  /** The service's name as people write it. */
  readonly service: string;
  readonly product: string;
  /** The peer's own words; times, dates and one-time numbers in them are no difference. */
  readonly greeting: string;
  readonly http_status: number;
  readonly http_server: string;
  readonly http_location: string;
}

/** The part of a check a difference belongs to, in the order they are shown. */
export const differenceGroups = ['outcome', 'address', 'time', 'certificate', 'answer'] as const;

/** The part of a check a difference belongs to. */
export type DifferenceGroup = (typeof differenceGroups)[number];

/** One thing seen in both checks or in one of them; null where it was not seen, which says nothing about what it would have been. */
export interface Compared<Kind extends keyof ComparedValues> {
  readonly kind: Kind;
  readonly group: Exclude<DifferenceGroup, 'time'>;
  readonly changed: boolean;
  readonly older: ComparedValues[Kind] | null;
  readonly newer: ComparedValues[Kind] | null;
}

/** How long a stage took in each check, in milliseconds, and whether it passed; null where it did not run. */
export interface StageTimeDifference {
  readonly kind: 'stage_time';
  readonly group: 'time';
  readonly stage: Stage;
  /** It ended otherwise, ran only once, or its time differs materially (material-time.ts). */
  readonly changed: boolean;
  readonly older: StageTime | null;
  readonly newer: StageTime | null;
}

/** How long a stage took, in milliseconds, from where, and how it went. */
export type StageTime = Pick<StageRecord, 'outcome' | 'offsetMs' | 'durationMs'>;

/** One row of a comparison, changed or the same. */
export type Difference = { readonly [Kind in keyof ComparedValues]: Compared<Kind> }[keyof ComparedValues] | StageTimeDifference;

/** Two checks beside each other. */
export interface Comparison {
  readonly older: Check;
  readonly newer: Check;
  /** Everything that was seen in at least one of them, by group; what is the same is among it. */
  readonly differences: readonly Difference[];
}
