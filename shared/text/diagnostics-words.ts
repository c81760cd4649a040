/** The words of what is told, and kept, when something is wrong with Sonde itself. */
export interface DiagnosticsWords {
  readonly title: string;
  readonly text: DiagnosticsTextWords;
  readonly dialog: {
    readonly title: string;
    /** What is in the text, and what is not. */
    readonly hint: string;
    readonly preview: string;
    readonly copy: string;
    readonly copied: string;
  };
  readonly copy: string;
  readonly copyHint: string;
  readonly openCopy: string;
  readonly log: string;
  readonly logHint: string;
  /** For a terminal. */
  readonly logLost: (detail: string) => string;
  readonly detailedLog: string;
  readonly detailedLogHint: string;
  readonly crashes: string;
  /** Where they go, and what they may hold. */
  readonly crashesHint: string;
  /** How many lie there, when the newest was written, and how large all are. */
  readonly crashesKept: (kept: {
    readonly count: string;
    readonly isOne: boolean;
    readonly newest: string;
    readonly size: string;
  }) => string;
  readonly noCrashes: string;
  readonly showFolder: string;
  readonly folderMissing: string;
}

/** The names of the lines of the copied text. */
export interface DiagnosticsTextWords {
  readonly madeAt: string;
  readonly system: string;
  readonly screens: string;
  readonly language: string;
  readonly settings: string;
  readonly history: string;
  readonly schema: string;
  readonly counts: (hosts: string, checks: string) => string;
  readonly writable: string;
  readonly readOnly: string;
  readonly sizes: string;
  readonly freeDisk: string;
  readonly lastUpdate: string;
  readonly crashes: string;
  readonly bugs: string;
  readonly none: string;
  readonly never: string;
  readonly notKnown: string;
}
