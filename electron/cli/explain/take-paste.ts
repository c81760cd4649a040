import { programOf } from '../../../shared/guidance/commands/program-of.ts';
import { slotValues } from '../../../shared/guidance/commands/slot-values.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { factFrom, measurementFrom } from '../../../shared/paste/output/as-evidence.ts';
import { checkFrom } from '../../../shared/paste/output/check-from.ts';
import { LONGEST_OUTPUT, readOutput } from '../../../shared/paste/output/read-output.ts';
import { describeOutputProblem } from '../../../shared/text/output/describe-output-problem.ts';
import { englishOutput } from '../../../shared/text/output/english-output.ts';
import { readText } from '../read-text.ts';

/** A pasted output to take in. */
export interface Paste {
  /** The file it is in, - for stdin. */
  readonly file: string;
  /** The name of the place a test in it was made at. */
  readonly place: string;
  readonly atMs: number;
}

/** The evidence with what a pasted text says, or one sentence about why it cannot be used. */
export type PasteTaken = { readonly kind: 'taken'; readonly evidence: Evidence } | { readonly kind: 'not_taken'; readonly problem: string };

/** Reads what commands printed and adds what it says. */
export async function takePaste(evidence: Evidence, { file, place, atMs }: Paste, signal: AbortSignal): Promise<PasteTaken> {
  const printed = await readText({ file, limitCharacters: LONGEST_OUTPUT }, signal);
  if (printed.kind === 'interrupted') return { kind: 'not_taken', problem: `${file} was not read to its end.` };
  if (printed.kind === 'not_read') return { kind: 'not_taken', problem: printed.problem };
  const { check } = evidence;
  const program = programOf(evidence);
  const reading = readOutput(printed.text, {
    target: check.target,
    addresses: check.resolution?.addresses.map(({ address }) => address) ?? [],
    programs: program === null ? [] : [program.process],
    client: slotValues(evidence).client ?? null,
  });
  if (reading.kind === 'unreadable')
    return { kind: 'not_taken', problem: `${file}: ${describeOutputProblem(reading.problem, englishOutput)}` };
  const where = { vantage: place, seenAtMs: atMs };
  return {
    kind: 'taken',
    evidence: {
      ...evidence,
      checks: [...evidence.checks, ...reading.endpoints.map((endpoint) => checkFrom(endpoint, where))],
      measurements: [...evidence.measurements, ...reading.measurements.map((told) => measurementFrom(told, where))],
      facts: [...evidence.facts, ...reading.facts.map((told) => factFrom(told, atMs))],
    },
  };
}
