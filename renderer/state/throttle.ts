/** Often enough to look live, seldom enough to leave the window its time, in milliseconds. */
const PAUSE_MS = 400;

/** Does something soon after it is asked to, and once for many askings in a row. */
export class Throttle {
  readonly #perform: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(perform: () => Promise<void>) {
    this.#perform = perform;
  }

  /** Asks for it: it is done within the pause, and includes everything until then. */
  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#perform();
    }, PAUSE_MS);
  }
}
