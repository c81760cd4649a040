import { on, type EventEmitter } from 'node:events';

import type { StreamHandler } from './handlers.ts';

/** Tells when a person wants to see what is still to be undone. */
export type Reminders = EventEmitter<{ readonly show: [] }>;

/** Tells the window that a person wants to see what is still to be undone. */
export function createFollowReminders(reminders: Reminders): StreamHandler<'followReminders'> {
  return async function* followReminders(_request, signal) {
    try {
      for await (const _shown of on(reminders, 'show', { signal })) yield { kind: 'show_changes' };
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}
