import type { Answers } from '../../../shared/guidance/answers.ts';
import { evaluate, type Evaluation } from '../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import type { Measurement, MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';

/** What to explain, and how. */
export interface Explaining {
  readonly evidence: Evidence;
  readonly answers: Answers;
  /** Measurements are made; else they count as not made, and the path goes on. */
  readonly isMeasured: boolean;
  readonly nameServers: readonly string[];
}

/** An explanation with the evidence it stands on in the end. */
export interface Explained {
  readonly evaluation: Evaluation;
  readonly evidence: Evidence;
}

/** Walks the tree until only a person can go on, or to its end; makes on the way what measurements it may. */
export async function explainEvidence(explaining: Explaining, signal: AbortSignal): Promise<Explained> {
  const { answers } = explaining;
  let { evidence } = explaining;
  for (;;) {
    const evaluation = evaluate(treeFor(evidence), evidence, answers);
    if (evaluation.next?.kind !== 'measurement' || signal.aborted) return { evaluation, evidence };
    const measurement = await measureOnce(evaluation.next.request, explaining, signal);
    evidence = { ...evidence, measurements: [...evidence.measurements, measurement] };
  }
}

async function measureOnce(
  request: MeasurementRequest,
  { isMeasured, nameServers, evidence }: Explaining,
  signal: AbortSignal,
): Promise<Measurement> {
  if (!isMeasured) {
    return { request, finding: { kind: 'unavailable', reason: 'declined' }, vantage: 'here', startedAtMs: evidence.check.startedAtMs };
  }
  const { measure } = await import('../../tools/measure.ts');
  const running = measure(request, { nameServers }, signal);
  for (;;) {
    const step = await running.next();
    if (step.done === true) return step.value;
  }
}
