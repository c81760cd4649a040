/** Values pushed from several places at once, read in order by one reader. */
export interface EventQueue<T> {
  readonly push: (value: T) => void;
  /** No value comes after this; the reader ends once it has read them all. */
  readonly close: () => void;
  readonly read: () => AsyncGenerator<T, void>;
}

/** Makes an empty queue. Unbounded: a check emits a few dozen events at the most, and a console waits until its window has taken what it was given. */
export function createEventQueue<T>(): EventQueue<T> {
  const waiting: T[] = [];
  let isClosed = false;
  let wake = (): void => undefined;
  return {
    push: (value) => {
      waiting.push(value);
      wake();
    },
    close: () => {
      isClosed = true;
      wake();
    },
    async *read() {
      for (;;) {
        yield* waiting.splice(0);
        if (waiting.length > 0) continue;
        if (isClosed) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
