import { readdirSync, readFileSync } from 'node:fs';

/** The resident memory of a process, in megabytes; 0 once it is gone (proc_pid_status(5)). */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0) / 1_000;
}

/** The process of the page of a window: that of its renderers which holds most. On Linux they are copies of the zygote, and keep its command line. */
export function rendererOf(pid: number): number {
  const renderers = readdirSync('/proc')
    .map(Number)
    .filter((each) => Number.isInteger(each) && /--type=(?:renderer|zygote)/u.test(readIfThere(`/proc/${each}/cmdline`)))
    .filter((each) => isUnder(each, pid));
  return renderers.toSorted((one, other) => residentMegabytes(other) - residentMegabytes(one))[0] ?? 0;
}

function isUnder(pid: number, ancestor: number): boolean {
  for (let each = pid; each > 1;) {
    if (each === ancestor) return true;
    each = Number(/^PPid:\s+(\d+)$/mu.exec(readIfThere(`/proc/${each}/status`))?.[1] ?? 0);
  }
  return false;
}

/** A process may end while it is looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
