import { on, type EventEmitter } from 'node:events';

import type { EventOf } from '../../shared/ipc/types.ts';
import type { StreamHandler } from './handlers.ts';

/** Notices of the system that are clicked, as they are. */
export type NoticeClicks = EventEmitter<{ readonly opened: [EventOf<'followNotices'>] }>;

/** Tells which notices are clicked. */
export function createFollowNotices(clicks: NoticeClicks): StreamHandler<'followNotices'> {
  return async function* followNotices(_request, signal) {
    try {
      for await (const [opened] of on(clicks, 'opened', { signal })) yield opened;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}
