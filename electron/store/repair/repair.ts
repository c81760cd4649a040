import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { RepairCounts } from '../../../shared/history/repair-counts.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { classifyProblem } from '../classify-problem.ts';
import { backUp } from '../file/back-up.ts';
import { isKnownHistory } from '../file/known-history.ts';
import { openWritable } from '../open-writable.ts';
import { findBackup } from './find-backup.ts';
import { findDamage } from './find-damage.ts';
import { holdHistory, type HeldHistory, type Refused } from './hold-history.ts';
import { openDamaged } from './open-damaged.ts';
import { putInPlace } from './put-in-place.ts';
import { quarantineFolder } from './quarantine.ts';
import { rebuild } from './rebuild.ts';
import { replaceHistory } from './replace-history.ts';
import { withRepairLock } from './repair-lock.ts';

/** A damaged history to repair. */
export interface RepairOrder {
  /** The file of the history, open nowhere in this process. */
  readonly path: string;
  /** Backups of this very history, the newest first. */
  readonly backups: readonly string[];
  readonly nowMs: number;
}

/** How a repair ended. But for `repaired` the files of the history are as they were. */
export type RepairEnd =
  | {
      readonly kind: 'repaired';
      /** Null where whoever knew them was cut off. */
      readonly counts: RepairCounts | null;
      /** The folder with the files as they were. */
      readonly quarantine: string;
      /** The name of the backup that helped, or null. */
      readonly backupName: string | null;
    }
  /** Nothing is wrong with it. */
  | { readonly kind: 'sound' }
  | Refused
  | { readonly kind: 'not_repaired'; readonly problem: StoreProblem };

/**
 * Makes a usable history of a damaged one, and loses nothing on the way.
 *
 * 1. It is held, so that nobody saves into what is about to be replaced, and copied byte for byte.
 * 2. A new history is rebuilt from the copy and the newest backup that is whole.
 * 3. The new one is verified and forced to the disk under a name of its own (backUp).
 * 4. The old files go into quarantine together, the new one takes their place. Cut off here, whoever opens the history next goes on.
 *
 * Blocks until it is done: to be run in a thread of its own. Never throws for reasons of the disk or the file.
 */
export function repair(order: RepairOrder, onProgress: (share: number) => void): RepairEnd {
  const { path } = order;
  try {
    const end = withRepairLock(path, () => repairAlone(order, onProgress));
    return end === 'busy' ? { kind: 'refused', problem: { kind: 'locked', path, detail: 'It is being repaired.' } } : end;
  } catch (error) {
    return { kind: 'not_repaired', problem: classifyProblem(error, path) };
  }
}

function repairAlone(order: RepairOrder, onProgress: (share: number) => void): RepairEnd {
  const { path } = order;
  // Of one that was cut off: its damaged files are in quarantine by now.
  putInPlace(path);
  const held = holdHistory(path);
  if (held.kind === 'refused') return held;
  const folder = workFolder(path);
  try {
    if (held.problem?.kind === 'not_a_store' && !isKnownHistory(path)) return { kind: 'refused', problem: held.problem };
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    return repairIn({ folder, held, order }, onProgress);
  } finally {
    held.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a repair has for the time being; whoever gets the lock of repairs may take it away. */
export function workFolder(path: string): string {
  return join(quarantineFolder(path), 'in-work');
}

interface Repairing {
  readonly folder: string;
  readonly held: HeldHistory;
  readonly order: RepairOrder;
}

function repairIn({ folder, held, order }: Repairing, onProgress: (share: number) => void): RepairEnd {
  const { path, backups, nowMs } = order;
  const copyPath = join(folder, 'damaged.sqlite');
  const newPath = join(folder, 'new.sqlite');
  held.copyTo(copyPath);
  onProgress(COPIED);
  closeSync(openSync(newPath, 'wx', 0o600));
  const opening = openWritable(newPath);
  if (opening.kind === 'unusable') return { kind: 'not_repaired', problem: opening.problem };
  const { store } = opening;
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  const damaged = openDamaged({ path: copyPath, templatePath: newPath });
  const backup = findBackup(backups);
  try {
    if (damaged !== null && held.problem === null && findDamage(damaged) === null) return { kind: 'sound' };
    const counts = rebuild({ damaged, backup: backup?.database ?? null, store }, (share) =>
      onProgress(COPIED + (REBUILT - COPIED) * share),
    );
    const wrong = findDamage(store.database);
    if (wrong !== null) return { kind: 'not_repaired', problem: { kind: 'failed', path, detail: wrong } };
    return replace({ path, newPath, nowMs, held, counts, backupName: backup === null ? null : basename(backup.path) });
  } finally {
    for (const database of [store.database, damaged, backup?.database]) database?.close();
  }
}

/** As shares of the whole. */
const COPIED = 0.1;
const REBUILT = 0.9;

interface Replacing {
  readonly path: string;
  readonly newPath: string;
  readonly nowMs: number;
  readonly held: HeldHistory;
  readonly counts: RepairCounts;
  readonly backupName: string | null;
}

function replace({ path, newPath, nowMs, held, ...told }: Replacing): RepairEnd {
  const wholePath = `${newPath}.whole`;
  const copied = backUp({ path: newPath, partPath: `${newPath}.part`, toPath: wholePath });
  if (copied.kind !== 'backed_up') return { kind: 'not_repaired', problem: copied.problem };
  return { kind: 'repaired', quarantine: replaceHistory({ path, byPath: wholePath, nowMs, held }), ...told };
}
