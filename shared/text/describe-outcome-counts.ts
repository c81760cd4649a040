import type { Outcome } from '../check/outcome.ts';
import { formatCount } from './format.ts';
import type { Words } from './words.ts';

/** How many checks ended how, the most frequent first: "1 020 Refused, 3 Timed out". */
export function describeOutcomeCounts(counts: ReadonlyMap<Outcome, number>, { outcomes, units }: Words): string {
  const inOrder = [...counts].toSorted(([, one], [, other]) => other - one);
  return inOrder.map(([outcome, count]) => `${formatCount(count, units)}\u00a0${outcomes[outcome].word}`).join(', ');
}
