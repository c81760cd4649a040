import type { StoreProblem } from '../history/store-problem.ts';
import type { Preferences } from '../ipc/preferences.ts';
import type { UpdateResult } from '../updates/update-result.ts';

/**
 * What is told about this Sonde when something is wrong with it: numbers, versions, and words of ours. There is no place in it for a host, an
 * address, a note, a path, a name of a person or of this computer.
 */
export interface Diagnostics {
  readonly madeAtMs: number;
  readonly versions: Readonly<Record<'sonde' | 'electron' | 'chromium' | 'node', string>>;
  readonly system: {
    /** Node's `process.platform` and `process.arch`. */
    readonly platform: string;
    readonly architecture: string;
    /** The kernel's or the system's own version, in numbers. */
    readonly release: string;
  };
  /** Of each screen, in percent. */
  readonly screenScalesPercent: readonly number[];
  readonly language: string;
  readonly preferences: Preferences;
  readonly history: DiagnosedHistory;
  /** Of the disk with the history; null where the system does not say. */
  readonly freeBytes: number | null;
  /** How the last look for a new version ended. */
  readonly lastUpdate: UpdateResult['kind'] | null;
  /** Crash reports that lie on this computer, the newest first. */
  readonly crashes: readonly { readonly atMs: number; readonly sizeBytes: number }[];
  /** The newest faults of the log, the newest first. */
  readonly bugs: readonly DiagnosedBug[];
}

/** A history in numbers: nothing in it tells whose it is. */
export interface HistoryNumbers {
  readonly schemaVersion: number;
  readonly sqliteVersion: string;
  readonly hostCount: number;
  readonly checkCount: number;
  readonly sizeBytes: number;
  /** Of the -wal file beside it. */
  readonly walSizeBytes: number;
}

/** The history in numbers, or the kind of reason why there is none. */
export type DiagnosedHistory =
  | (HistoryNumbers & { readonly kind: 'open'; readonly isWritable: boolean })
  | { readonly kind: 'unusable'; readonly problem: StoreProblem['kind'] };

/** A fault of Sonde itself, without its message. */
export interface DiagnosedBug {
  readonly atMs: number;
  readonly where: 'main' | 'page';
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}
