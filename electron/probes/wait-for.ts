/** Something to wait for that has a limit and can be cancelled. */
export interface Wait<T> {
  readonly limitMs: number;
  /** What the wait ends with when the limit passes. */
  readonly atLimit: () => T;
  /** What it ends with when the person cancels. */
  readonly atCancel: () => T;
  /** Starts it; `finish` ends it, once. Returns what removes its listeners and timers, called in any case before the wait ends. */
  readonly begin: (finish: (value: T) => void) => () => void;
}

/** Waits for the first of: what `begin` reports, the limit, the abort. Never rejects; with an aborted signal it begins nothing. */
export function waitFor<T>({ limitMs, atLimit, atCancel, begin }: Wait<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.resolve(atCancel());
  return new Promise((resolve) => {
    let isOver = false;
    let release: (() => void) | null = null;
    const finish = (value: T): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      release?.();
      resolve(value);
    };
    const cancel = (): void => finish(atCancel());
    const timer = setTimeout(() => finish(atLimit()), limitMs);
    signal.addEventListener('abort', cancel, { once: true });
    release = begin(finish);
    // It may have ended while it began.
    if (isOver) release();
  });
}
