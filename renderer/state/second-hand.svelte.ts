/** Seconds that are counted down change on time to within this, in milliseconds. */
const TICK_MS = 200;

/** The time of day for what counts seconds; ticks only while somebody looks. */
export class SecondHand {
  nowMs = $state(Date.now());

  /** Lets it tick; returns how to stop it. */
  start(): () => void {
    this.nowMs = Date.now();
    const timer = setInterval(() => (this.nowMs = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}
