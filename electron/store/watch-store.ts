import { dataVersion } from './data-version.ts';
import type { Store, StoreOpening } from './store.ts';

/** A check made in the terminal is to be seen within a second; asking costs some microseconds. */
const INTERVAL_MS = 300;

/**
 * Calls back soon after another process has written the history, or another history has come in its place, or damage was found in it,
 * until the signal aborts. Never keeps the process alive.
 */
export function watchStore(history: StoreOpening, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let seen = look(history);
  const timer = setInterval(() => {
    const now = look(history);
    // What cannot be read now is asked again: a change is seen late rather than not at all.
    if (now.version === null && now.store !== null) return;
    const isChanged = seen.store !== now.store || seen.version !== now.version || seen.isDamaged !== now.isDamaged;
    seen = now;
    if (isChanged) onChange();
  }, INTERVAL_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

interface Look {
  readonly store: Store | null;
  readonly version: number | null;
  readonly isDamaged: boolean;
}

function look(history: StoreOpening): Look {
  if (history.kind === 'unusable') return { store: null, version: null, isDamaged: true };
  const { store, damage } = history;
  const version = dataVersion(store);
  return { store, version: version.kind === 'read' ? version.value : null, isDamaged: damage !== undefined };
}
