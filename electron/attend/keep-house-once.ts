import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { keepHouse } from '../store/keep-house.ts';
import { keepDailyBackup } from '../transfer/keep-daily-backup.ts';
import { tidyLeftovers } from '../transfer/tidy-leftovers.ts';
import { verifyWhenDue, type VerifyingWhenDue } from '../transfer/verify-when-due.ts';

/**
 * Does all that is due: what was left by what was killed, what the store itself keeps in order, then reading all of it, then the copy of the day. Gives what is damaged, else
 * null: a damaged history is not copied over good copies.
 */
export async function keepHouseOnce({ opening, workerFile, nowMs }: VerifyingWhenDue, signal: AbortSignal): Promise<StoreProblem | null> {
  tidyLeftovers(opening.store.path, nowMs);
  await keepHouse(opening.store, nowMs, signal);
  const damage = signal.aborted ? null : await verifyWhenDue({ opening, workerFile, nowMs }, signal);
  if (damage !== null || signal.aborted) return damage;
  const { path, unwritable } = opening.store;
  if (unwritable !== null) return null;
  const copied = await keepDailyBackup({ path, nowMs, workerFile }, signal);
  return copied.kind === 'unreadable' && copied.problem.kind === 'damaged' ? { ...copied.problem, path } : null;
}
