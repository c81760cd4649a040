import { dataVersion } from './data-version.ts';
import type { Store } from './store.ts';

/** A check made in the terminal is to be seen within a second; asking costs some microseconds. */
const INTERVAL_MS = 300;

/** Calls back soon after another process has written the history, until the signal aborts. Never keeps the process alive. */
export function watchStore(store: Store, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let seen = dataVersion(store);
  const timer = setInterval(() => {
    const now = dataVersion(store);
    // What cannot be read now is asked again: a change is seen late rather than not at all.
    if (now.kind === 'unreadable') return;
    const isChanged = seen.kind === 'unreadable' || seen.value !== now.value;
    seen = now;
    if (isChanged) onChange();
  }, INTERVAL_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
