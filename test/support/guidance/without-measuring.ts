import type { Answers } from '../../../shared/guidance/answers.ts';
import { evaluate, type Evaluation } from '../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';

/** Walks on where a measurement is wanted and nobody makes it, until a question or the end. */
export function withoutMeasuring(evidence: Evidence, answers: Answers): Evaluation {
  const evaluation = evaluate(treeFor(evidence), evidence, answers);
  if (evaluation.next?.kind !== 'measurement') return evaluation;
  const declined = {
    request: evaluation.next.request,
    finding: { kind: 'unavailable', reason: 'declined' } as const,
    vantage: 'here',
    startedAtMs: evidence.check.startedAtMs,
  };
  return withoutMeasuring({ ...evidence, measurements: [...evidence.measurements, declined] }, answers);
}
