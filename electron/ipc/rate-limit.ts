/** How many messages of one name are heard, and by which clock. */
export interface Rate {
  /** So many at once, and so many a second in the long run. */
  readonly perSecond: number;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
}

/** Counts what comes in under one name, so that a window gone wild is turned away before anything is done for it. */
export class RateLimit {
  readonly #rate: Rate;
  #left: number;
  #countedAtMs: number;

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#left = rate.perSecond;
    this.#countedAtMs = rate.now();
  }

  /** Whether one more may be heard now; it is counted. */
  take(): boolean {
    const { perSecond, now } = this.#rate;
    const nowMs = now();
    this.#left = Math.min(perSecond, this.#left + ((nowMs - this.#countedAtMs) / 1_000) * perSecond);
    this.#countedAtMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
