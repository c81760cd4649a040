import { makeAllVisible } from '../../paste/output/make-all-visible.ts';
import type { OutputProblem, OutputProblemKind } from '../../paste/output/output-problem.ts';
import type { OutputWords } from './output-words.ts';

/** The sentence about what is wrong with a pasted output, safe to show. */
export function describeOutputProblem<K extends OutputProblemKind>(problem: OutputProblem<K>, { problems }: OutputWords): string {
  return problems[problem.kind](makeAllVisible(problem));
}
