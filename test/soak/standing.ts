import { readdirSync, statSync } from 'node:fs';

import { historyFile } from '../../electron/store/file/history-file.ts';
import { processesOf } from '../bench/window/memory.ts';
import { rendererOf, residentMegabytes } from '../bench/window/process-memory.ts';

/** How the app stands at one moment. */
export interface Standing {
  /** Since the load began, in milliseconds. */
  readonly atMs: number;
  /** Resident memory. */
  readonly mainMegabytes: number;
  readonly pageMegabytes: number;
  /** What each still needs, after its garbage was collected. */
  readonly mainHeapMegabytes: number;
  readonly pageHeapMegabytes: number;
  /** Open files, sockets and pipes of all processes. */
  readonly handles: number;
  readonly walMegabytes: number;
  readonly historyMegabytes: number;
}

/** What only the processes can tell is passed in, everything else is read from the system. */
export interface Asked extends Pick<Standing, 'atMs' | 'mainHeapMegabytes' | 'pageHeapMegabytes'> {
  readonly pid: number;
  readonly folder: string;
}

/** Reads from the system how the app stands; a process that has ended counts nothing. */
export function readStanding({ pid, folder, ...told }: Asked): Standing {
  return {
    ...told,
    mainMegabytes: residentMegabytes(pid),
    pageMegabytes: residentMegabytes(rendererOf(pid)),
    handles: processesOf(pid).reduce((sum, each) => sum + handlesOf(each), 0),
    walMegabytes: sizeMegabytes(`${historyFile(folder)}-wal`),
    historyMegabytes: sizeMegabytes(historyFile(folder)),
  };
}

function handlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

function sizeMegabytes(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 1_000_000;
}
