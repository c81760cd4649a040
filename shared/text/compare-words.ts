import type { Resolution } from '../check/evidence.ts';
import type { Stage } from '../check/stage.ts';
import type { ComparedValues, DifferenceGroup } from '../history/comparison.ts';

/** The words of a comparison of two checks. */
export interface CompareWords {
  readonly title: string;
  readonly groups: Readonly<Record<DifferenceGroup, string>>;
  readonly labels: Readonly<Record<keyof ComparedValues, string>>;
  /** The heads of the two columns. */
  readonly older: string;
  readonly newer: string;
  readonly changedCount: (changedCount: number, count: number) => string;
  /** What of a group is the same, by its labels. */
  readonly same: (labels: readonly string[]) => string;
  readonly notSeen: string;
  /** There is none: a check that worked has no code. */
  readonly none: string;
  readonly answeredBy: Readonly<Record<Resolution['source'], string>>;
  readonly thisComputer: string;
  readonly trusted: string;
  readonly validity: (from: string, to: string) => string;
  readonly more: (texts: readonly string[], moreCount: number) => string;
  /** After the time of a stage that failed. */
  readonly thenFailed: (duration: string) => string;
  readonly notes: CompareNotes;
  readonly outcome: CompareOutcomeWords;
  readonly clauses: CompareClauses;
  /** Puts clauses together to one sentence. */
  readonly sentence: (clauses: readonly string[]) => string;
  /** No clause stands beside the outcome. */
  readonly nothingElse: string;
}

/** What is noted beside a row. */
export interface CompareNotes {
  readonly aboutTheSame: string;
  readonly slower: (factor: string) => string;
  readonly faster: (factor: string) => string;
  readonly endedAgo: (ago: string) => string;
  readonly renewed: string;
  readonly olderCertificate: string;
}

/** How the outcome changed, in one sentence. */
export interface CompareOutcomeWords {
  readonly same: (word: string) => string;
  readonly changed: (now: string, was: string) => string;
}

/** What changed, a clause each: "resolves to 203.0.113.97 now, was .96". */
export interface CompareClauses {
  readonly vantage: (now: string, was: string) => string;
  readonly answeredBy: Readonly<Record<Resolution['source'], string>>;
  readonly resolvesTo: (now: string, was: string) => string;
  readonly alsoResolvesTo: (added: string) => string;
  readonly noLongerResolvesTo: (removed: string) => string;
  readonly wentTo: (now: string, was: string) => string;
  readonly attempt: (address: string, now: string, was: string) => string;
  readonly certificateRenewed: (from: string) => string;
  readonly certificateRenewedBefore: (ago: string) => string;
  readonly certificateReplacedByOlder: (ended: string) => string;
  readonly certificateOther: string;
  readonly certificateEnded: (on: string) => string;
  readonly issuer: (now: string, was: string) => string;
  readonly names: string;
  readonly tlsVersion: (now: string, was: string) => string;
  readonly service: (now: string, was: string) => string;
  readonly product: (now: string, was: string) => string;
  readonly greeting: (now: string, was: string) => string;
  readonly httpStatus: (now: string, was: string) => string;
  readonly httpLocation: (now: string, was: string) => string;
  readonly stageTime: (stage: Stage, now: string, was: string) => string;
}
