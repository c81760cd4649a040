/** Tells once that nothing came or went for a time; null as the limit never does. */
export class IdleLimit {
  readonly #limitMs: number | null;
  readonly #onReached: (limitMs: number) => void;
  #timer: NodeJS.Timeout | undefined;

  /** Begins with `start`. */
  constructor(limitMs: number | null, onReached: (limitMs: number) => void) {
    this.#limitMs = limitMs;
    this.#onReached = onReached;
  }

  /** Counts from now on. */
  start(): void {
    const limitMs = this.#limitMs;
    if (limitMs === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onReached(limitMs), limitMs);
  }

  /** Something came or went. */
  refresh(): void {
    this.#timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
