import type { StoreProblem } from '../history/store-problem.ts';
import type { LineProblemKind } from '../history/line-problem.ts';

/** The words of history, export, import and backup. */
export interface TransferWords {
  readonly noCheck: string;
  readonly neverChecked: (host: string) => string;
  readonly noHistory: (folder: string) => string;
  readonly exported: (checkCount: string, path: string) => string;
  /** So many checks were read for a report. */
  readonly reading: (checkCount: string) => string;
  readonly exporting: (checkCount: string) => string;
  readonly damagedLeftOut: (count: string) => string;
  readonly imported: (checkCount: string, hostCount: string) => string;
  /** What an import would bring. */
  readonly wouldImport: (checkCount: string, hostCount: string) => string;
  readonly newHosts: (count: string) => string;
  readonly labelsOf: (hostCount: string) => string;
  readonly alreadyThere: (count: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly importing: (share: string) => string;
  /** Nothing was changed. */
  readonly badLine: (lineNumber: string, why: string, detail: string) => string;
  readonly badLines: Readonly<Record<LineProblemKind, string>>;
  readonly backedUp: (size: string, path: string) => string;
  readonly backingUp: (share: string) => string;
  /** What was there before is at `keptPath`. */
  readonly restored: (keptPath: string) => string;
  readonly restoring: (share: string) => string;
  /** Replacing the history needs a person's word. */
  readonly restoreReplaces: (checkCount: string) => string;
  readonly isHistory: string;
  readonly exists: (path: string) => string;
  readonly fileNotRead: (path: string, detail: string) => string;
  readonly fileNotWritten: (problem: Pick<StoreProblem, 'path' | 'detail'>) => string;
  readonly stopped: string;
}
