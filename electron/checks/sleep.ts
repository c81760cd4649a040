import { setTimeout as pause } from 'node:timers/promises';

/** A system that tells of its going to sleep and not of its waking up is awake after running for so long, in milliseconds. */
const AWAKE_AFTER_MS = 60_000;

/** The computer's sleep, as far as what runs has to know of it. Who hears of it from the system calls `begin` and `end`. */
export class Sleep {
  readonly #listeners = new Set<() => void>();
  #next = new AbortController();
  #over: AbortController | null = null;

  /** Aborts when the computer goes to sleep the next time. */
  get next(): AbortSignal {
    return this.#next.signal;
  }

  /** Calls back each time the computer goes to sleep, until what it gives is called. */
  hear(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The computer is about to sleep. */
  begin(): void {
    this.#over ??= new AbortController();
    const now = this.#next;
    this.#next = new AbortController();
    now.abort();
    for (const listener of [...this.#listeners]) listener();
  }

  /** It woke up. */
  end(): void {
    this.#over?.abort();
    this.#over = null;
  }

  /** Resolves when the computer is awake, at once when it is, or when the signal aborts. */
  async awake(signal: AbortSignal): Promise<void> {
    const over = this.#over;
    if (over === null) return;
    // Timers stand still in sleep, or are late: either way the computer runs again when this one fires.
    await pause(AWAKE_AFTER_MS, undefined, { signal: AbortSignal.any([signal, over.signal]), ref: false }).catch(() => undefined);
    if (this.#over === over && !signal.aborted) this.end();
  }
}
