import type { Outcome } from '../../check/outcome.ts';
import type { NameAnswer } from '../../guidance/compare-answers.ts';
import type { Finding } from '../../guidance/measurement.ts';
import type { OutputProblemKind, OutputProblemSlots } from '../../paste/output/output-problem.ts';

/**
 * All words for what people paste and what is measured, in one language; apart from `Words`, because a plain check needs none of them
 * and should not load them.
 *
 * To add a language: one file like `english-output.ts`; the compiler lists what is missing.
 */
export interface OutputWords {
  /** One sentence a problem; slots are visible text. */
  readonly problems: { readonly [K in OutputProblemKind]: (slots: OutputProblemSlots[K]) => string };
  readonly findings: FindingWords;
  /** "Read as ss, iptables, from customer." */
  readonly readAs: (forms: string, place: string) => string;
  readonly factsHeading: string;
  /** Stands before the first line of somebody who is about to paste into a terminal. */
  readonly pasteNow: string;
}

type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

/** How long replies took, formatted. */
export interface PingTimes {
  readonly least: string;
  readonly average: string;
  readonly most: string;
}

/** What a measurement found, in words; numbers and times come formatted. */
export interface FindingWords {
  readonly unavailable: Readonly<Record<FindingOf<'unavailable'>['reason'], string>>;
  readonly ping: (replies: { readonly receivedCount: number; readonly sentCount: number; readonly times: PingTimes | null }) => string;
  /** Of a tool that rounds down: "under 1 ms". */
  readonly underOne: (unit: string) => string;
  readonly said: (word: NonNullable<FindingOf<'ping'>['said']>['word'], from: string | null) => string;
  readonly connected: (counts: { readonly connectedCount: number; readonly count: number }) => string;
  readonly path: (path: { readonly isReached: boolean; readonly stepCount: number; readonly last: string | null }) => string;
  readonly names: Readonly<Record<'alike' | 'different' | 'one' | 'none', string>>;
  /** In place of a server's address: this computer's own way to names. */
  readonly ownWay: string;
  readonly answers: Readonly<Record<Exclude<NameAnswer['kind'], 'answered'>, string>>;
  /** An answer unlike the first of its kind. */
  readonly different: string;
  readonly keptFor: (time: string) => string;
  readonly control: (met: {
    readonly place: string;
    readonly outcome: Outcome;
    readonly word: string;
    readonly duration: string;
  }) => string;
  readonly way: Readonly<
    Record<FindingOf<'local_route'>['way'], (route: { readonly gateway: string | null; readonly interfaceName: string | null }) => string>
  >;
  readonly tunnel: string;
  readonly neighbour: Readonly<Record<FindingOf<'local_route'>['neighbour'], string>>;
  readonly prefix: string;
  readonly source: string;
  readonly defaultRoute: string;
  readonly listening: (listening: { readonly scope: FindingOf<'local_listening'>['scope']; readonly program: string | null }) => string;
  readonly firewall: (firewall: Omit<FindingOf<'local_firewall'>, 'kind'>) => string;
  readonly proxy: (proxy: string | null) => string;
}
