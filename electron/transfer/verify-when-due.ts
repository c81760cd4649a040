import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Opened } from '../store/store.ts';
import { verifyHistory } from './verify-history.ts';

/** A history to verify. */
export interface VerifyingWhenDue {
  readonly opening: Opened;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
  readonly nowMs: number;
}

/**
 * Reads the whole history once a week, and after it was cut off; gives what is damaged, else null. Never rejects for reasons of the disk or
 * the file.
 */
export async function verifyWhenDue({ opening, workerFile, nowMs }: VerifyingWhenDue, signal: AbortSignal): Promise<StoreProblem | null> {
  const { store, wasCutOff = false, damage } = opening;
  if (damage !== undefined) return damage;
  const last = readSetting(store, 'verifiedAtMs');
  const isRecent = last.kind === 'read' && last.value !== null && Math.abs(nowMs - last.value) < WEEK_MS;
  if (isRecent && !wasCutOff) return null;
  const verdict = await verifyHistory({ path: store.path, workerFile }, signal);
  if (verdict.kind === 'damaged') return { kind: 'damaged', path: store.path, detail: verdict.detail };
  if (!signal.aborted) writeSetting(store, { name: 'verifiedAtMs', value: nowMs });
  return null;
}

/** In milliseconds. */
const WEEK_MS = 7 * 86_400_000;
