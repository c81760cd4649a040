import { setTimeout as pause } from 'node:timers/promises';

import type { StoreOpening } from '../store/store.ts';

/** What the person came for is done by then. */
const HOUSEWORK_AFTER_MS = 20_000;

/** Keeps house in a history that opened, in a quiet moment after the start; never rejects for reasons of the disk. */
export async function keepHouseLater(opening: StoreOpening, signal: AbortSignal): Promise<void> {
  if (opening.kind === 'unusable') return;
  await pause(HOUSEWORK_AFTER_MS, undefined, { signal, ref: false }).catch(() => undefined);
  const { keepHouse } = await import('../store/keep-house.ts');
  if (!signal.aborted) await keepHouse(opening.store, Date.now(), signal);
}
