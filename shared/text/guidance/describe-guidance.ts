import type { Card } from '../../guidance/commands/card.ts';
import type { GivenCard, AdvisedStep } from '../../guidance/advise-steps.ts';
import type { Evaluation, Next, PathStep } from '../../guidance/evaluate.ts';
import type { Evidence } from '../../guidance/evidence.ts';
import { openFindings, type FindingId } from '../../guidance/findings.ts';
import type { Likelihood, RankedCause } from '../../guidance/rank.ts';
import type { Place } from '../../guidance/steps.ts';
import { symptomOf } from '../../guidance/tree-for.ts';
import { gatherSeen } from '../seen.ts';
import { describeReasons, type DescribedReason, type SayingContext } from './describe-reason.ts';
import { findTerms, type Term } from './find-terms.ts';
import { guidanceFormat } from './guidance-format.ts';
import type { AnswerWords, GuidanceCatalogue, GuidanceWords, InquiryWords } from './guidance-words.ts';

/** Guidance in words, ready to be shown, printed or written into a report. */
export interface DescribedGuidance {
  /** What has been found; before that, what the matter is. */
  readonly finding: string;
  readonly path: readonly DescribedStep[];
  readonly next: DescribedNext | null;
  readonly causes: readonly DescribedCause[];
  readonly steps: readonly DescribedAdvice[];
  /** Words of the trade in all this, in the order of their first use, each with what it means. */
  readonly terms: readonly Term[];
}

/** One thing that was found out. */
export interface DescribedStep {
  readonly node: string;
  readonly asks: string;
  readonly label: string;
  readonly because: readonly DescribedReason[];
  readonly means: string;
}

/** What to find out next. */
export interface DescribedNext {
  readonly kind: Next['kind'];
  readonly node: string;
  readonly asks: string;
  readonly why: string;
  /** For a question: its answers by key. */
  readonly answers: readonly { readonly key: number; readonly answer: string; readonly label: string }[];
  /** For a measurement: what will be measured. */
  readonly measures: string | null;
  readonly steps: readonly DescribedAdvice[];
}

/** One cause. */
export interface DescribedCause {
  readonly cause: string;
  readonly name: string;
  readonly likelihood: Likelihood;
  readonly likelihoodWord: string;
  readonly because: string;
}

/** One thing to do. */
export interface DescribedAdvice {
  readonly text: string;
  readonly place: Place;
  readonly commands: readonly DescribedCommand[];
}

/** One command. */
export interface DescribedCommand {
  readonly os: Card['system'];
  readonly tool: string;
  readonly title: string;
  readonly effect: Card['effect'];
  readonly command: string;
  /** What to look for in what it prints; null for a change. */
  readonly expect: string | null;
  readonly changes: string | null;
  readonly risk: string | null;
  readonly undo: string | null;
  /** What a person still has to fill in. */
  readonly open: readonly string[];
}

/** Puts guidance into words. Every text of a peer in it is visible text. */
export function describeGuidance(evaluation: Evaluation, evidence: Evidence, catalogue: GuidanceCatalogue): DescribedGuidance {
  const { words, guidance } = catalogue;
  const { check } = evidence;
  const context = { seen: gatherSeen(check, words.units), guidance, format: guidanceFormat(check.startedAtMs, words) };
  const described = {
    finding: describeFinding(evaluation.finding, evidence, context),
    path: evaluation.path.map((step) => describeStep(step, context)),
    next: evaluation.next === null ? null : describeNext(evaluation.next, context),
    causes: evaluation.causes.map((cause) => describeCause(cause, context)),
    steps: evaluation.steps.map((step) => describeAdvice(step, context)),
  };
  return { ...described, terms: findTerms(textsOf(described), guidance.glossary) };
}

function describeFinding(finding: FindingId | null, evidence: Evidence, { seen, guidance }: SayingContext): string {
  const { symptoms, findings, causes } = guidance;
  if (finding === null) return symptoms[symptomOf(evidence)];
  return isOpen(finding) ? findings[finding](seen) : causes[finding].found(seen);
}

function isOpen(finding: FindingId): finding is keyof typeof openFindings {
  return Object.hasOwn(openFindings, finding);
}

function describeStep({ node, inquiry, answer, because }: PathStep, context: SayingContext): DescribedStep {
  const asked: InquiryWords<string> = context.guidance.inquiries[inquiry];
  const { label, means }: AnswerWords = asked.answers[answer] ?? { label: answer, means: '' };
  // A plain no has no reason, and nothing follows from what nobody looked at.
  const follows = because.length > 0 || answer !== 'no';
  return { node, asks: asked.asks(context.seen), label, means: follows ? means : '', because: describeReasons(because, context) };
}

function describeNext(next: Next, context: SayingContext): DescribedNext {
  const { guidance } = context;
  const asked: InquiryWords<string> = guidance.inquiries[next.inquiry];
  const isQuestion = next.kind === 'question';
  return {
    kind: next.kind,
    node: next.node,
    asks: asked.asks(context.seen),
    why: asked.why(context.seen),
    answers: isQuestion
      ? next.answers.map((answer, place) => ({ key: place + 1, answer, label: asked.answers[answer]?.label ?? answer }))
      : [],
    measures: isQuestion ? null : guidance.measurements[next.request.kind],
    steps: isQuestion ? next.steps.map((step) => describeAdvice(step, context)) : [],
  };
}

function describeCause({ cause, likelihood, because }: RankedCause, context: SayingContext): DescribedCause {
  const { causes, likelihoods } = context.guidance;
  const reasons = describeReasons(because, context).map(({ text }) => text);
  return {
    cause,
    name: causes[cause].name,
    likelihood,
    likelihoodWord: likelihoods[likelihood],
    because: reasons.length === 0 ? causes[cause].usual : reasons.join(' '),
  };
}

function describeAdvice({ step, place, cards }: AdvisedStep, { seen, guidance }: SayingContext): DescribedAdvice {
  return { text: guidance.steps[step](seen), place, commands: cards.map((card) => describeCard(card, guidance)) };
}

function describeCard({ id, card, command, undo }: GivenCard, guidance: GuidanceWords): DescribedCommand {
  const cardWords = guidance.cards[id];
  const missing = [...new Set([...command.missing, ...(undo?.missing ?? [])])];
  const said =
    'expect' in cardWords
      ? { expect: cardWords.expect, changes: null, risk: null }
      : { expect: null, changes: cardWords.changes, risk: cardWords.risk };
  return {
    os: card.system,
    tool: card.tool,
    title: cardWords.title,
    effect: card.effect,
    command: command.text,
    ...said,
    undo: undo?.text ?? null,
    open: missing.map((slot) => guidance.slots[slot]),
  };
}

/** Everything a person reads, in the order it is shown. */
function textsOf({ finding, path, next, causes, steps }: Omit<DescribedGuidance, 'terms'>): readonly string[] {
  return [
    finding,
    ...path.flatMap(({ asks, label, because, means }) => [asks, label, ...because.map(({ text }) => text), means]),
    ...(next === null ? [] : [next.asks, next.why, ...next.answers.map(({ label }) => label)]),
    ...causes.flatMap(({ name, because }) => [name, because]),
    ...steps.flatMap(({ text, commands }) => [
      text,
      ...commands.flatMap(({ title, expect, changes, risk }) => [title, expect ?? '', changes ?? '', risk ?? '']),
    ]),
  ];
}
