import type { Check } from '../../../shared/check/check.ts';
import type { Target } from '../../../shared/check/target.ts';
import type { Measurement, MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import type { ServerFact } from '../../../shared/guidance/server-fact.ts';
import type { OutputProblem } from '../../../shared/paste/output/output-problem.ts';
import { describeFact } from '../../../shared/text/guidance/describe-reason.ts';
import type { GuidanceCatalogue } from '../../../shared/text/guidance/guidance-words.ts';
import { describeFinding, type FindingCatalogue } from '../../../shared/text/output/describe-finding.ts';
import { describeOutputProblem } from '../../../shared/text/output/describe-output-problem.ts';
import { formatCheck, type Keeping } from '../format-check.ts';
import { alignColumns, type Line } from '../span.ts';

/** What was read of a pasted text, dated and placed. */
export interface Taken {
  readonly forms: readonly string[];
  readonly place: string;
  readonly target: Target | null;
  readonly checks: readonly Check[];
  readonly measurements: readonly Measurement[];
  readonly facts: readonly ServerFact[];
  readonly problems: readonly OutputProblem[];
}

/** All words it is told with. */
export type ReadingCatalogue = GuidanceCatalogue & FindingCatalogue;

/** What was read, part after part. */
export function formatReading(taken: Taken, keeping: Keeping, catalogue: ReadingCatalogue): readonly Line[] {
  const { words, output, guidance } = catalogue;
  const { forms, place, target, checks, measurements, facts, problems } = taken;
  const parts: readonly (readonly Line[])[] = [
    [[{ text: output.readAs(forms.join(', '), place), style: 'quiet' }]],
    ...checks.map((check) => formatCheck(check, keeping, words)),
    ...measurements.map((measurement) => formatMeasurement(measurement, catalogue)),
    facts.length === 0 ? [] : [[{ text: output.factsHeading, style: 'heading' }], ...facts.flatMap(factLines)],
    problems.map((problem): Line => [describeOutputProblem(problem, output)]),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, place) => (place === 0 ? part : [[], ...part]));

  function factLines(fact: ServerFact): readonly Line[] {
    // Only what was read for a target speaks of a port.
    const said = describeFact(fact, { port: target?.port ?? 0 }, guidance);
    return [['  ', said], ...(fact.line === null ? [] : [[{ text: `    ${fact.line}`, style: 'quiet' as const }]])];
  }
}

function formatMeasurement({ request, finding }: Measurement, catalogue: ReadingCatalogue): readonly Line[] {
  const { sentence, rows } = describeFinding(finding, catalogue);
  const name = catalogue.guidance.measurements[request.kind];
  return [
    [
      { text: subjectOf(request) ?? name, style: 'heading' },
      { text: subjectOf(request) === null ? '' : `  ${name}`, style: 'quiet' },
    ],
    [sentence],
    ...alignColumns(rows).map((line): Line => ['  ', ...line]),
  ];
}

function subjectOf(request: MeasurementRequest): string | null {
  if ('address' in request) return request.address;
  return request.kind === 'dns' ? request.name : null;
}
