import { EventEmitter } from 'node:events';

import { createTellChange } from '../ipc/desktop/show-change.ts';
import { createFollowNotices, type NoticeClicks } from '../ipc/follow-notices-stream.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { createWatchEndpoint } from '../ipc/watch-stream.ts';
import type { Attending } from './attending.ts';

/** Makes the handlers that watch endpoints, with the system's notices. */
export function createWatching({ window, history, words, sleep }: Attending): Pick<Handlers, 'watchEndpoint' | 'followNotices'> {
  const clicks: NoticeClicks = new EventEmitter();
  const tellChange = createTellChange({ window, words, clicks });
  return { watchEndpoint: createWatchEndpoint({ history, tellChange, sleep }), followNotices: createFollowNotices(clicks) };
}
