import type { LineProblem } from '../history/line-problem.ts';
import type { StoreProblem } from '../history/store-problem.ts';
import { formatCount } from './format.ts';
import type { Words } from './words.ts';

/** How an export, a report, an import or a backup ended without what was wanted. */
export type TransferProblem =
  | { readonly kind: 'file_not_written' | 'file_unreadable'; readonly problem: { readonly path: string; readonly detail: string } }
  | { readonly kind: 'unreadable' | 'not_written' | 'unusable'; readonly problem: StoreProblem }
  | { readonly kind: 'bad_line'; readonly problem: LineProblem }
  | { readonly kind: 'not_printed'; readonly why: 'failed' | 'too_slow' }
  | { readonly kind: 'gone' | 'stopped' | 'changed_meanwhile' | 'is_history' };

/** The sentence for it; null for everything else that is told on the way. */
export function describeTransferProblem(told: TransferProblem | { readonly kind: string }, words: Words): string | null {
  if (!isProblem(told)) return null;
  const { transfer, inOut } = words;
  switch (told.kind) {
    case 'file_not_written':
      return transfer.fileNotWritten(told.problem);
    case 'file_unreadable':
      return transfer.fileNotRead(told.problem.path, told.problem.detail);
    case 'unreadable':
    case 'not_written':
    case 'unusable':
      return words.storeProblems[told.problem.kind](told.problem);
    case 'bad_line': {
      const { lineNumber, why, detail } = told.problem;
      return transfer.badLine(formatCount(lineNumber, words.units), transfer.badLines[why], detail);
    }
    case 'not_printed':
      return inOut.report.notPrinted[told.why];
    case 'gone':
      return inOut.gone;
    case 'stopped':
      return transfer.stopped;
    case 'changed_meanwhile':
      return inOut.import.changedMeanwhile;
    case 'is_history':
      return transfer.isHistory;
  }
}

const problemKinds: readonly string[] = [
  ...['file_not_written', 'file_unreadable', 'unreadable', 'not_written', 'unusable', 'bad_line', 'not_printed'],
  ...['gone', 'stopped', 'changed_meanwhile', 'is_history'],
];

function isProblem(told: TransferProblem | { readonly kind: string }): told is TransferProblem {
  return problemKinds.includes(told.kind);
}
