import { Notification, type BrowserWindow } from 'electron';

import { displayHost } from '../../../shared/check/display-host.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { wordFor } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { NoticeClicks } from '../follow-notices-stream.ts';
import type { Change } from '../watch-stream.ts';

/** Where notices of changes come from and lead to. */
export interface ChangeNotices {
  readonly window: BrowserWindow;
  readonly words: Words;
  readonly clicks: NoticeClicks;
}

/**
 * Makes what shows a change as a notice of the system, with its sound unless it is to be silent; false where there are no notices.
 *
 * It says the endpoint and the outcome's own words: nothing a server sent. A click brings the window to the front.
 */
export function createTellChange({ window, words, clicks }: ChangeNotices): (change: Change) => boolean {
  // A notice that nobody holds loses its click to the garbage collector.
  const shown = new Set<Notification>();
  return ({ check: { target, outcome, id }, from, isSilent }) => {
    if (!Notification.isSupported()) return false;
    const endpoint = formatTarget({ ...target, host: displayHost(target.host) });
    const notification = new Notification({
      title: words.notice.changed(endpoint, wordFor(outcome, words)),
      body: words.notice.before(wordFor(from, words)),
      silent: isSilent,
    });
    const forget = (): void => void shown.delete(notification);
    notification.on('click', () => {
      forget();
      bringToFront(window);
      clicks.emit('opened', { kind: 'opened', target, checkId: id });
    });
    notification.on('close', forget).on('failed', forget);
    shown.add(notification);
    notification.show();
    return true;
  };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
