import { EventEmitter, on } from 'node:events';

import type { StoreOpening } from '../store/store.ts';
import { watchStore } from '../store/watch-store.ts';
import type { StreamHandler } from './handlers.ts';

/** Tells the window when another process, the command line, has written the history, or a repaired or restored one has come in its place. */
export function createFollowHistory(opening: StoreOpening): StreamHandler<'followHistory'> {
  return async function* followHistory(_request, signal) {
    const changes = new EventEmitter<{ changed: [] }>();
    watchStore(opening, () => changes.emit('changed'), signal);
    try {
      for await (const _change of on(changes, 'changed', { signal })) yield { kind: 'changed' };
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}
