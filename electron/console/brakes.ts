/** Why a session does not read. */
export type BrakeReason = 'window' | 'person' | 'file';

/** Something that can be made to wait. */
export interface Braked {
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Makes a source wait as long as anybody has a reason for it. */
export class Brakes {
  readonly #source: Braked;
  readonly #reasons = new Set<BrakeReason>();

  constructor(source: Braked) {
    this.#source = source;
  }

  /** Holds the source; twice for one reason is once. */
  hold(reason: BrakeReason): void {
    this.#reasons.add(reason);
    if (this.#reasons.size === 1) this.#source.pause();
  }

  /** Lets it go, as far as this reason is concerned; false when it was none. */
  release(reason: BrakeReason): boolean {
    if (!this.#reasons.delete(reason)) return false;
    if (this.#reasons.size === 0) this.#source.resume();
    return true;
  }
}
