/** Milliseconds since a moment of the page's clock, counted once a frame while somebody looks. */
export class Elapsed {
  ms = $state(0);

  /** Counts from then on; returns how to stop it. */
  countFrom(startedMs: number): () => void {
    let frame = 0;
    const count = (nowMs: number): void => {
      this.ms = Math.max(0, nowMs - startedMs);
      frame = requestAnimationFrame(count);
    };
    frame = requestAnimationFrame(count);
    return () => cancelAnimationFrame(frame);
  }
}
