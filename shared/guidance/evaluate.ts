import { adviseSteps, type AdvisedStep } from './advise-steps.ts';
import { answerTo, withAnswers, type Answers } from './answers.ts';
import type { Evidence } from './evidence.ts';
import { causeOfFinding, stepsOfFinding, type FindingId } from './findings.ts';
import { inquiries, type InquiryId } from './inquiries/inquiries.ts';
import { readInquiry, type Inquiry } from './inquiry.ts';
import type { MeasurementRequest } from './measurement.ts';
import { rankCauses, type RankedCause } from './rank.ts';
import type { Reason } from './reason.ts';
import { causes } from './causes/causes.ts';
import type { StepId } from './steps.ts';
import type { Tree } from './tree.ts';

/** One thing that is settled: what was found out, the answer, and why. */
export interface PathStep {
  readonly node: string;
  readonly inquiry: InquiryId;
  readonly answer: string;
  /** What we know, each with how we know it. Empty for a plain no, and where a person only said "I do not know". */
  readonly because: readonly Reason[];
}

/** What to find out next. */
export type Next =
  | {
      readonly kind: 'question';
      readonly node: string;
      readonly inquiry: InquiryId;
      /** In the order of their keys, 1 to 9. */
      readonly answers: readonly string[];
      readonly steps: readonly AdvisedStep[];
    }
  | { readonly kind: 'measurement'; readonly node: string; readonly inquiry: InquiryId; readonly request: MeasurementRequest };

/** Where guidance stands: the whole path, what comes next, and the advice so far. */
export interface Evaluation {
  readonly path: readonly PathStep[];
  /** Null at the end of a path. */
  readonly next: Next | null;
  /** What the path found; null while something is still to be found out. */
  readonly finding: FindingId | null;
  /** The likeliest first. */
  readonly causes: readonly RankedCause[];
  /** What to do, the most useful first: settles the next question, confirms the likeliest causes, mends them. */
  readonly steps: readonly AdvisedStep[];
}

/**
 * Walks a tree as far as the evidence and a person's answers lead.
 *
 * At each node, in this order: what the evidence shows, what the person answered, what can be measured, and only then a question.
 * Pure and total: never throws, and ends in a question, a measurement or advice whatever the evidence is.
 */
export function evaluate(tree: Tree, evidence: Evidence, answers: Answers): Evaluation {
  const known = withAnswers(evidence, answers);
  const walked = walk(tree, known, answers);
  const conclusion = walked.finding === null ? null : causeOfFinding(walked.finding);
  const ranked = rankCauses(tree, known, conclusion);
  const next =
    walked.next?.kind === 'question' ? { ...walked.next, steps: adviseSteps(questionSteps(walked.next.inquiry), known) } : walked.next;
  return { ...walked, next, causes: ranked, steps: adviseSteps(stepIds({ ...walked, ranked }), known) };
}

interface Walked {
  readonly path: readonly PathStep[];
  readonly next: Next | null;
  readonly finding: FindingId | null;
}

function walk({ root, nodes }: Tree, evidence: Evidence, answers: Answers): Walked {
  const path: PathStep[] = [];
  for (let id = root; ;) {
    const node = nodes[id];
    // Every way leads to a node and none back (defineTree, and a test walks them all).
    if (node === undefined || path.some((step) => step.node === id)) throw new Error(`The tree has no way on at ${id}.`);
    if (node.kind === 'advice') return { path, next: null, finding: node.finding };
    const settled = settle(node.inquiry, evidence, answers);
    if (settled.kind === 'open') return { path, next: { ...settled.next, node: id }, finding: null };
    path.push({ node: id, inquiry: node.inquiry, answer: settled.answer, because: settled.because });
    id = node.to[settled.answer] ?? '';
  }
}

type OpenNext = Next extends infer Each ? (Each extends Next ? Omit<Each, 'node'> : never) : never;

type Settled =
  | { readonly kind: 'settled'; readonly answer: string; readonly because: readonly Reason[] }
  | { readonly kind: 'open'; readonly next: OpenNext };

function settle(id: InquiryId, evidence: Evidence, answers: Answers): Settled {
  const inquiry: Inquiry = inquiries[id];
  const reading = readInquiry(inquiry, evidence);
  if (reading !== null) return { kind: 'settled', ...reading };
  const given = answerTo(id, answers, evidence);
  if (given !== null) return { kind: 'settled', answer: given, because: [] };
  if (inquiry.kind === 'test') return { kind: 'settled', answer: 'no', because: [] };
  const request = inquiry.request(evidence);
  if (request !== null && !wasTried(request, evidence)) return { kind: 'open', next: { kind: 'measurement', inquiry: id, request } };
  if (inquiry.kind === 'measurement') return { kind: 'settled', answer: 'unknown', because: [] };
  return { kind: 'open', next: { kind: 'question', inquiry: id, answers: Object.keys(inquiry.answers), steps: [] } };
}

/** The same request was made, and what it found answers nothing here. */
function wasTried(request: MeasurementRequest, { measurements }: Evidence): boolean {
  const wanted = JSON.stringify(request);
  return measurements.some((measurement) => JSON.stringify(measurement.request) === wanted);
}

function questionSteps(id: InquiryId): readonly StepId[] {
  const inquiry: Inquiry = inquiries[id];
  return inquiry.kind === 'question' ? inquiry.steps : [];
}

/** The likeliest cause is worth acting on, and the second one beside it unless the first is shown or the second unlikely. */
function stepIds({ next, finding, ranked }: Walked & { readonly ranked: readonly RankedCause[] }): readonly StepId[] {
  const [first, second] = ranked;
  const isSecondWorth = first?.likelihood !== 'shown' && second?.likelihood !== 'unlikely';
  const actedOn = [first, isSecondWorth ? second : undefined].filter((one) => one !== undefined);
  return [
    ...(next === null ? [] : questionSteps(next.inquiry)),
    ...(finding === null ? [] : stepsOfFinding(finding)),
    ...actedOn.flatMap(({ cause }) => causes[cause].steps),
  ];
}
