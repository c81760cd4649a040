/** So many stops within this time are no accident any more; in milliseconds. */
const STOPS_AT_MOST = 3;
const WITHIN_MS = 60_000;

/** Counts how often something stopped lately. Times are in milliseconds of one monotonic clock. */
export class StopCount {
  #stopsMs: readonly number[] = [];

  /** Notes a stop, and tells whether it keeps stopping: three times within a minute. */
  isTooMany(nowMs: number): boolean {
    this.#stopsMs = [...this.#stopsMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs];
    return this.#stopsMs.length >= STOPS_AT_MOST;
  }

  /** Begins anew: a person decided to go on. */
  forget(): void {
    this.#stopsMs = [];
  }
}
