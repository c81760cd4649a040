/** Milliseconds of processor time that this process spends on the work: what else the machine does hardly counts. */
export function processorTimeMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least of several tries: none is less by chance. */
export function leastProcessorTimeMs(tries: number, work: () => void): number {
  return Math.min(...Array.from({ length: tries }, () => processorTimeMs(work)));
}
