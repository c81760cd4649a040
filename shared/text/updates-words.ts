import type { FeedRefusal } from '../updates/update-result.ts';

/** The words of looking for a new version. */
export interface UpdatesWords {
  readonly title: string;
  readonly atStart: string;
  /** What is sent, and what never happens. */
  readonly atStartHint: string;
  readonly lastLook: string;
  readonly never: string;
  readonly lookedAt: (moment: string) => string;
  readonly lookNow: string;
  readonly looking: (site: string) => string;
  readonly stop: string;
  readonly lookAgain: string;
  readonly openPage: string;
  readonly pageNotOpened: string;
  readonly current: (installed: string) => string;
  readonly newer: (version: string) => string;
  /** Beside "newer": nothing is fetched by itself. */
  readonly newerHint: (released: string) => string;
  readonly unreachable: (code: string) => string;
  readonly refused: Readonly<Record<FeedRefusal, string>>;
  /** Beside a refusal: what holds now. */
  readonly refusedHint: string;
}
