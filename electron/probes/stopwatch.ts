/** Starts a monotonic clock; calling what it returns tells the milliseconds since, to the microsecond (a finer digit is noise). */
export function startStopwatch(): () => number {
  // The same clock as performance.now(), whose first use loads what costs 1 ms.
  const startedNs = process.hrtime.bigint();
  return () => Number((process.hrtime.bigint() - startedNs) / 1_000n) / 1_000;
}
