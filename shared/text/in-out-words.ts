import type { BackupReason } from '../history/backup.ts';
import type { Phrase } from './phrase.ts';

/** The words of exporting, reporting, importing, backing up and restoring in the window. */
export interface InOutWords {
  readonly cancel: string;
  readonly stop: string;
  readonly what: string;
  readonly scopes: {
    readonly check: string;
    readonly endpoint: (endpoint: string) => string;
    readonly host: (host: string) => string;
    readonly listed: string;
    readonly all: string;
  };
  readonly format: string;
  readonly leaveOut: string;
  readonly parts: Readonly<Record<'addresses' | 'names' | 'notes', string>>;
  readonly leaveOutHint: string;
  /** The system asks for a file. */
  readonly choosing: string;
  readonly gone: string;
  readonly export: ExportWords;
  readonly report: ReportDialogWords;
  readonly import: ImportWords;
  readonly backup: BackupWords;
}

/** Checks into a file. */
export interface ExportWords {
  readonly title: string;
  readonly formats: Readonly<Record<'csv' | 'json_lines', string>>;
  readonly formatHints: Readonly<Record<'csv' | 'json_lines', string>>;
  readonly save: string;
  /** `total` is null where it is not known. */
  readonly progress: (done: string, total: string | null) => string;
  readonly saved: (checkCount: string, isOne: boolean, file: string) => string;
}

/** A report for a ticket. */
export interface ReportDialogWords {
  readonly title: string;
  readonly question: string;
  readonly questionHint: string;
  readonly formats: Readonly<Record<'markdown' | 'html' | 'pdf', string>>;
  readonly formatHints: Readonly<Record<'markdown' | 'html' | 'pdf', string>>;
  readonly preview: string;
  readonly isBeginning: (size: string) => string;
  readonly copy: string;
  readonly copied: (size: string) => string;
  readonly save: string;
  readonly reading: (checkCount: string) => string;
  readonly printing: string;
  readonly notPrinted: Readonly<Record<'failed' | 'too_slow', string>>;
  readonly saved: (file: string) => string;
}

/** Checks from a file. */
export interface ImportWords {
  readonly title: string;
  readonly reading: (share: string | null) => string;
  readonly newChecks: (count: string, isOne: boolean) => Phrase;
  readonly nothingNew: string;
  readonly newHosts: (newCount: string, hostCount: string, isOne: boolean) => string;
  readonly vantage: string;
  readonly vantageHint: string;
  readonly import: (count: string, isOne: boolean) => string;
  readonly importing: (share: string | null) => string;
  readonly other: string;
  readonly imported: (taken: {
    readonly checks: string;
    readonly isOne: boolean;
    readonly hosts: string;
    readonly isOneHost: boolean;
  }) => string;
  readonly changedMeanwhile: string;
}

/** Copies of the whole history. */
export interface BackupWords {
  readonly title: string;
  readonly hint: string;
  readonly now: string;
  readonly toFile: string;
  readonly fromFile: string;
  readonly copying: (share: string | null) => string;
  readonly restoring: (share: string | null) => string;
  readonly done: (file: string) => string;
  readonly list: string;
  readonly none: string;
  readonly reasons: Readonly<Record<BackupReason, string>>;
  readonly restore: string;
  readonly restoreOf: (madeAt: string) => string;
  readonly asks: (madeAt: string | null) => string;
  readonly effect: (checkCount: string, isOne: boolean) => string;
  readonly kept: string;
  readonly replace: string;
  readonly restored: string;
  readonly undo: string;
}
