/** "40 s ago" stays right to within this, in milliseconds. */
const TICK_MS = 5_000;

/** The time of day, for what is said relative to it. */
export class Clock {
  nowMs = $state(Date.now());

  /** Lets it tick; returns how to stop it. */
  start(): () => void {
    const timer = setInterval(() => (this.nowMs = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}
