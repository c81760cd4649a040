import type { StoreProblem } from './store-problem.ts';

/** Whether repairing can help: everything else is in order, somebody else's, or a matter of the disk. */
export function isRepairable({ kind }: StoreProblem): boolean {
  return kind === 'damaged';
}
