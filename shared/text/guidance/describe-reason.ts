import type { Reason, ReasonSlots, Source } from '../../guidance/reason.ts';
import type { ServerFact, ServerFactOf } from '../../guidance/server-fact.ts';
import { formatTimeOfDay } from '../format-day.ts';
import type { Seen } from '../seen.ts';
import type { GuidanceFormat } from './guidance-format.ts';
import type { GuidanceWords, ReasonWords } from './guidance-words.ts';

/** A reason in words, with where it was read. */
export interface DescribedReason {
  readonly text: string;
  /** "check 14:26:07", "pasted 14:21:30". */
  readonly source: string;
  /** The line of a pasted text that says so, or null. */
  readonly line: string | null;
}

/** What saying something needs. */
export interface SayingContext {
  readonly seen: Seen;
  readonly guidance: GuidanceWords;
  readonly format: GuidanceFormat;
}

/** Reasons as sentences, each with how it is known. */
export function describeReasons(reasons: readonly Reason[], context: SayingContext): readonly DescribedReason[] {
  return reasons.map((reason) => ({
    text: reason.kind === 'fact' ? describeFact(reason.fact, context.seen, context.guidance) : sayKind(reason, context),
    source: saySource(reason.source, context.guidance),
    line: reason.source.kind === 'fact' ? reason.source.line : null,
  }));
}

/** The catalogue holds one function a kind; its type pairs each with the slots of that kind. */
function sayKind<Kind extends keyof ReasonWords>(
  reason: { readonly kind: Kind } & ReasonSlots[Kind],
  { guidance, format }: SayingContext,
): string {
  return guidance.reasons[reason.kind](reason, format);
}

/** What is known about the server of a target, as a sentence. */
export function describeFact<Kind extends ServerFact['kind']>(
  fact: ServerFactOf<Kind>,
  about: Pick<Seen, 'port'>,
  { facts }: Pick<GuidanceWords, 'facts'>,
): string {
  const say: (fact: ServerFactOf<Kind>, about: Pick<Seen, 'port'>) => string = facts[fact.kind];
  return say(fact, about);
}

function saySource(source: Source, guidance: GuidanceWords): string {
  const time = formatTimeOfDay(source.atMs);
  switch (source.kind) {
    case 'check':
      return guidance.sources.check(time, vantageOf(source.vantage));
    case 'measurement':
      return guidance.sources.measurement(guidance.measurements[source.measured], time, vantageOf(source.vantage));
    case 'fact':
      return guidance.sources.fact[source.learnt](time);
  }
}

function vantageOf(vantage: string): string | null {
  return vantage === 'here' ? null : vantage;
}
