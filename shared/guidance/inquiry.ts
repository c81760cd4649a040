import type { Evidence } from './evidence.ts';
import type { MeasurementRequest } from './measurement.ts';
import type { Reason } from './reason.ts';
import type { ServerFact } from './server-fact.ts';
import type { See } from './signs/sign.ts';
import type { StepId } from './steps.ts';

/** An answer that the evidence gives by itself, and why. */
export interface Reading<Answer extends string = string> {
  readonly answer: Answer;
  readonly because: readonly Reason[];
}

/** A server fact without the circumstances it was learnt in. */
export type BareFact = ServerFact extends infer Each ? (Each extends ServerFact ? Omit<Each, 'source' | 'line' | 'atMs'> : never) : never;

interface Common<Answer extends string> {
  readonly id: string;
  /** What gives each answer, in the order they are looked for and offered under the keys 1 to 9. */
  readonly answers: Readonly<Record<Answer, readonly See[]>>;
}

/** Always answered from the evidence. */
export interface Test extends Common<'yes' | 'no'> {
  readonly kind: 'test';
}

/** Measured from this computer; where that cannot be done, "unknown" is the answer. */
export interface MeasuredInquiry<Answer extends string> extends Common<Answer | 'unknown'> {
  readonly kind: 'measurement';
  /** What to measure; null when there is nothing to measure with (no address is known). */
  readonly request: (evidence: Evidence) => MeasurementRequest | null;
}

/** Asked of a person, unless the evidence answers it. */
export interface Question<Answer extends string> extends Common<Answer> {
  readonly kind: 'question';
  /** What is measured in place of asking where it can be; null where it cannot. */
  readonly request: (evidence: Evidence) => MeasurementRequest | null;
  /** What finds the answer out: commands to run and paste the output of. */
  readonly steps: readonly StepId[];
  /** What a person's answer says about the server; null where it says nothing. */
  readonly facts: Readonly<Record<Answer, BareFact | null>>;
}

/** One thing to find out. Measured or known things are never asked. */
export type Inquiry<Answer extends string = string> = Test | MeasuredInquiry<Answer> | Question<Answer>;

/** A test that is answered yes when one of these is seen; what is seen for a no is its reason. */
export function test(id: string, yes: readonly See[], no: readonly See[] = []): Test {
  return { kind: 'test', id, answers: { yes, no } };
}

/** Something to measure. */
export function measure<Answer extends string>(named: Omit<MeasuredInquiry<Answer>, 'kind'>): MeasuredInquiry<Answer> {
  return { kind: 'measurement', ...named };
}

/** Something to ask. */
export function question<Answer extends string>(
  named: Omit<Question<Answer>, 'kind' | 'request'> & Partial<Pick<Question<Answer>, 'request'>>,
): Question<Answer> {
  return { kind: 'question', request: () => null, ...named };
}

/** The first answer that something in the evidence gives, with everything that gives it; null when nothing does. Never throws. */
export function readInquiry({ answers, kind }: Inquiry, evidence: Evidence): Reading | null {
  for (const [answer, sees] of Object.entries(answers)) {
    const because = sees.map((see) => see(evidence)).filter((reason) => reason !== null);
    if (because.length > 0) return { answer, because };
  }
  return kind === 'test' ? { answer: 'no', because: [] } : null;
}
