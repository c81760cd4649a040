import { readdirSync, readFileSync } from 'node:fs';

/**
 * The memory of a process and all that came from it, in megabytes: the sum of their proportional set sizes, in which a page that several
 * share counts once (proc_pid_smaps_rollup(5)).
 */
export function memoryOfAll(pid: number): number {
  return processesOf(pid).reduce((sum, each) => sum + proportionalKilobytes(each), 0) / 1_000;
}

/** A process and all that came from it. */
export function processesOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((each) => Number.isInteger(each))
    .map((each) => ({ pid: each, parent: parentOf(each) }));
  const found = [pid];
  for (const parent of found) found.push(...parents.filter((each) => each.parent === parent).map((each) => each.pid));
  return found;
}

function parentOf(pid: number): number | null {
  const status = readIfThere(`/proc/${pid}/status`);
  return Number(/^PPid:\s+(\d+)$/mu.exec(status)?.[1] ?? Number.NaN);
}

function proportionalKilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/mu.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1.024;
}

/** A process may end while it is looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
