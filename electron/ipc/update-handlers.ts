import { on } from 'node:events';

import type { Updates } from '../updates/updates.ts';
import type { Handlers } from './handlers.ts';

/** The handlers of looking for a new version. */
export type UpdateHandlers = Pick<Handlers, 'readUpdates' | 'lookForUpdate' | 'followUpdates'>;

/** What these handlers need: who looks, for whom, and where. */
export interface UpdateHandling {
  readonly updates: Updates;
  readonly installed: string;
  readonly address: string;
}

/** Makes the handlers of looking for a new version. */
export function createUpdateHandlers({ updates, installed, address }: UpdateHandling): UpdateHandlers {
  return {
    readUpdates: () => ({ installed, site: new URL(address).host, lastLook: updates.lastLook() }),
    async *lookForUpdate(_request, signal) {
      const look = await updates.look(signal);
      if (look !== null) yield look;
    },
    async *followUpdates(_request, signal) {
      try {
        for await (const [{ isAsked, ...look }] of on(updates.looks, 'looked', { signal })) yield { look, isAsked };
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
