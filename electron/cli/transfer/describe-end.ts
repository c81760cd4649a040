import { assertNever } from '../../../shared/check/assert-never.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { formatCount } from '../../../shared/text/format.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { FileProblem } from '../../transfer/file-problem.ts';
import type { ExitCode } from '../surroundings.ts';

/** How an export ended. */
export type TransferEnd =
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'nothing'; readonly problem: string }
  | { readonly kind: 'exported'; readonly checkCount: number; readonly damagedCount: number; readonly path: string }
  | { readonly kind: 'printed'; readonly checkCount: number; readonly damagedCount: number }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'not_written'; readonly problem: FileProblem }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem }
  | { readonly kind: 'stopped' };

/** What is said at the end, and the exit code. */
export interface EndDescription {
  readonly sentences: readonly string[];
  readonly exitCode: ExitCode;
}

/** Words the end of an export. */
export function describeEnd(end: TransferEnd, { transfer, storeProblems, units }: Words): EndDescription {
  const fail = (problem: string, exitCode: ExitCode = 2): EndDescription => ({ sentences: [`sonde: ${problem}`], exitCode });
  switch (end.kind) {
    case 'wrong':
      return fail(end.problem);
    case 'nothing':
      return fail(end.problem, 1);
    case 'exists':
      return fail(transfer.exists(end.path));
    case 'not_written':
      return fail(transfer.fileNotWritten(end.problem));
    case 'unreadable':
      return fail(storeProblems[end.problem.kind](end.problem));
    case 'stopped':
      return fail(transfer.stopped, 130);
    case 'printed':
    case 'exported': {
      const damaged = end.damagedCount === 0 ? [] : [transfer.damagedLeftOut(formatCount(end.damagedCount, units))];
      if (end.checkCount === 0) return { sentences: [...damaged, `sonde: ${transfer.noCheck}`], exitCode: 1 };
      const written = end.kind === 'exported' ? [transfer.exported(formatCount(end.checkCount, units), end.path)] : [];
      return { sentences: [...written, ...damaged], exitCode: 0 };
    }
    default:
      return assertNever(end);
  }
}
