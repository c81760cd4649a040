import { setTimeout as pause } from 'node:timers/promises';

import { replaceOpening } from '../ipc/reopen-history.ts';
import type { StoreOpening } from '../store/store.ts';

/** What the person came for is done by then. */
const HOUSEWORK_AFTER_MS = 20_000;

/** An app that is never closed is kept in order, too. In milliseconds. */
const HOUSEWORK_EVERY_MS = 86_400_000;

/**
 * Keeps house in a history that opened, in a quiet moment after the start and once a day; never rejects for reasons of the disk. What it
 * finds damaged is told to everybody who holds the opening.
 */
export async function keepHouseLater(opening: StoreOpening, workerFile: URL, signal: AbortSignal): Promise<void> {
  await sleep(HOUSEWORK_AFTER_MS, signal);
  while (!signal.aborted) {
    const { keepHouseOnce } = await import('./keep-house-once.ts');
    if (opening.kind === 'open') {
      const damage = await keepHouseOnce({ opening, workerFile, nowMs: Date.now() }, signal);
      if (damage !== null) replaceOpening(opening, { ...opening, damage });
    }
    await sleep(HOUSEWORK_EVERY_MS, signal);
  }
}

async function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  await pause(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
}
