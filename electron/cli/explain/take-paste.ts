import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { LONGEST_OUTPUT } from '../../../shared/paste/output/read-output.ts';
import { describeOutputProblem } from '../../../shared/text/output/describe-output-problem.ts';
import type { OutputWords } from '../../../shared/text/output/output-words.ts';
import { readPaste } from '../../cases/read-paste.ts';
import { readText } from '../read-text.ts';

/** A pasted output to take in. */
export interface Paste {
  /** The file it is in, - for stdin. */
  readonly file: string;
  /** The name of the place a test in it was made at. */
  readonly place: string;
  readonly atMs: number;
  /** The words its problems are told in. */
  readonly output: OutputWords;
}

/** The evidence with what a pasted text says, and a sentence about each part that could not be used; or one about why nothing of it can be. */
export type PasteTaken =
  | { readonly kind: 'taken'; readonly evidence: Evidence; readonly problems: readonly string[] }
  | { readonly kind: 'not_taken'; readonly problem: string };

/** Reads what commands printed and adds what it says. */
export async function takePaste(evidence: Evidence, { file, place, atMs, output }: Paste, signal: AbortSignal): Promise<PasteTaken> {
  const printed = await readText({ file, limitCharacters: LONGEST_OUTPUT }, signal);
  if (printed.kind === 'interrupted') return { kind: 'not_taken', problem: `${file} was not read to its end.` };
  if (printed.kind === 'not_read') return { kind: 'not_taken', problem: printed.problem };
  const read = readPaste({ text: printed.text, vantage: place, atMs, evidence });
  if (read.kind === 'unreadable') return { kind: 'not_taken', problem: `${file}: ${describeOutputProblem(read.problem, output)}` };
  return {
    kind: 'taken',
    evidence: {
      ...evidence,
      checks: [...evidence.checks, ...read.checks],
      measurements: [...evidence.measurements, ...read.measurements],
      facts: [...evidence.facts, ...read.facts],
    },
    problems: read.problems.map((problem) => `${file}: ${describeOutputProblem(problem, output)}`),
  };
}
