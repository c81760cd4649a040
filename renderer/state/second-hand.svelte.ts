/** Seconds that are counted down change on time to within this, in milliseconds. */
const TICK_MS = 200;

/** The time of day for what counts seconds, and beside it the page's own clock, which nobody sets; ticks only while somebody looks. */
export class SecondHand {
  nowMs = $state(Date.now());
  /** As performance.now(), in milliseconds: what is counted down does not jump when the time of day is set. */
  steadyMs = $state(performance.now());

  /** Lets it tick; returns how to stop it. */
  start(): () => void {
    this.#tick();
    const timer = setInterval(() => this.#tick(), TICK_MS);
    return () => clearInterval(timer);
  }

  #tick(): void {
    this.nowMs = Date.now();
    this.steadyMs = performance.now();
  }
}
