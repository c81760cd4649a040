/** Milliseconds of a clock that nobody sets: whoever waits for a lock waits as long as they mean to, whatever becomes of the time of day. */
export function steadyMs(): number {
  // Not performance.now(): its first use loads what costs 1 ms, on every start of the command line.
  return Number(process.hrtime.bigint() / 1_000_000n);
}
