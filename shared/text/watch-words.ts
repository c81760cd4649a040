import type { Service } from '../service/service.ts';

/** The words of a watch: the same endpoint checked again and again. */
export interface WatchWords {
  readonly heading: (endpoint: string, every: string) => string;
  readonly stopHint: string;
  readonly changed: string;
  /** How a watch went: checks, how they ended, how long it took. */
  readonly summary: (checkCount: string, outcomes: string, length: string) => string;
  readonly noCheck: string;
  /** Sonde went slower than asked for. */
  readonly slowedDown: (every: string, caution: string) => string;
  /** Sonde stopped although it was to go on. */
  readonly stoppedForService: (checkCount: string, caution: string) => string;
  /** The interval is too short for anybody, or for this service. */
  readonly tooFast: (shortest: string) => string;
  readonly tooFastFor: (service: string, shortest: string, caution: string) => string;
  readonly cautions: Readonly<Record<NonNullable<Service['caution']>, string>>;
}
