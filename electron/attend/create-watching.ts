import { EventEmitter } from 'node:events';
import { powerMonitor } from 'electron';

import { createTellChange } from '../ipc/desktop/show-change.ts';
import { createFollowNotices, type NoticeClicks } from '../ipc/follow-notices-stream.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { createWatchEndpoint } from '../ipc/watch-stream.ts';
import type { Attending } from './attending.ts';

/** Makes the handlers that watch endpoints, with the system's notices and its sleep. */
export function createWatching({ window, history, words }: Attending): Pick<Handlers, 'watchEndpoint' | 'followNotices'> {
  const clicks: NoticeClicks = new EventEmitter();
  const onSuspend = (listener: () => void): (() => void) => {
    powerMonitor.on('suspend', listener);
    return () => powerMonitor.off('suspend', listener);
  };
  const tellChange = createTellChange({ window, words, clicks });
  return { watchEndpoint: createWatchEndpoint({ history, tellChange, onSuspend }), followNotices: createFollowNotices(clicks) };
}
