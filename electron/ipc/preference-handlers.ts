import { on, type EventEmitter } from 'node:events';

import type { Preferences } from '../../shared/ipc/preferences.ts';
import type { Handlers } from './handlers.ts';

/** What the handlers need of whoever keeps what a person likes. */
export interface PreferenceSource {
  readonly now: () => Preferences;
  readonly change: (chosen: Partial<Preferences>) => void;
  readonly changes: EventEmitter<{ readonly changed: [Preferences] }>;
  /** The data folder. */
  readonly folder: string;
}

/** The handlers of what a person likes. */
export type PreferenceHandlers = Pick<Handlers, 'followPreferences' | 'writePreferences' | 'readFolder'>;

/** Makes the handlers of what a person likes. */
export function createPreferenceHandlers({ now, change, changes, folder }: PreferenceSource): PreferenceHandlers {
  return {
    readFolder: () => ({ path: folder }),
    writePreferences: (chosen) => {
      change(chosen);
      return null;
    },
    async *followPreferences(_request, signal) {
      // Listening before the first is told: nothing that changes meanwhile is missed.
      const changed = on(changes, 'changed', { signal });
      yield now();
      try {
        for await (const [preferences] of changed) yield preferences;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
