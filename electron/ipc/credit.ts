/** Counts how many events may still be sent before the window has taken some in. */
export class Credit {
  #left: number;
  #waiting: (() => void) | null = null;

  constructor(count: number) {
    this.#left = count;
  }

  /** Takes one, waiting until there is one. One taker at a time. */
  async take(): Promise<void> {
    if (this.#left === 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
    this.#left -= 1;
  }

  /** Gives some back. Infinity ends all waiting: nobody is left to flood. */
  give(count: number): void {
    this.#left += count;
    this.#waiting?.();
    this.#waiting = null;
  }
}
