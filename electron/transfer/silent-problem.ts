import type { StoreProblem } from '../../shared/history/store-problem.ts';

/** Says of a transfer that was given up that what it wrote to did not answer. */
export function silentProblem(path: string): StoreProblem {
  return { kind: 'failed', path, detail: 'The disk did not answer for a long time; the transfer was given up' };
}
