/** The words of repairing a damaged history. Counts are of checks, as text; `isOne` says whether that text stands for one. */
export interface RepairWords {
  /** The history did not open; the one act is `repair`. */
  readonly damaged: string;
  /** It is used, but not all of it can be trusted. */
  readonly partlyDamaged: string;
  /** What repairing does and keeps. */
  readonly promise: string;
  readonly repair: string;
  readonly stop: string;
  readonly done: string;
  readonly repairing: (share: string | null) => string;
  /** What came of it, sentence by sentence. */
  readonly repaired: string;
  readonly salvaged: (checkCount: string, isOne: boolean) => string;
  readonly fromBackup: (checkCount: string, isOne: boolean) => string;
  readonly lost: (checkCount: string, isOne: boolean) => string;
  readonly nothingLost: string;
  readonly lossUnknown: string;
  readonly kept: (folder: string) => string;
  readonly sound: string;
  readonly refused: string;
  /** In the terminal. */
  readonly asks: (path: string) => string;
  readonly needsYes: string;
  readonly notRepaired: string;
  /** A backup in place of a history that did not open. */
  readonly restoreReplacesDamaged: string;
  readonly restoredInstead: string;
  readonly restored: (quarantine: string) => string;
}
