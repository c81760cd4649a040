import { app, dialog, type BrowserWindow } from 'electron';

import type { Words } from '../../shared/text/words.ts';
import type { KeptDesk } from '../ipc/desk.ts';
import { askWhileHung } from './ask-while-hung.ts';
import { StopCount } from './stop-count.ts';

/** A window to open again when its page stops. */
export interface WindowToRecover {
  readonly window: BrowserWindow;
  readonly desk: KeptDesk;
  readonly words: Promise<Words>;
}

/**
 * Opens the page again when its process ends: a crash, the end of its memory, a kill. What ran for it has ended by then: its ports are closed.
 *
 * 1. It comes back by itself and says so once; what the person had in hand lies where it was.
 * 2. The third time within a minute the person is asked: one that always crashes would never stop coming back.
 * 3. A page that does not answer is asked about, too. Reloading ends its process, which may be in the middle of an endless loop.
 */
export function recoverWindow({ window, desk, words }: WindowToRecover): void {
  const stops = new StopCount();
  let isReloading = false;
  const open = (): void => {
    // Not from inside the event, which comes while the old page is still being taken down.
    setImmediate(() => window.isDestroyed() || window.webContents.reload());
  };
  // The log tells of it by itself (begin-log.ts).
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    desk.leave(isReloading ? 'hung' : 'crashed');
    if (isReloading) {
      isReloading = false;
      return open();
    }
    if (!stops.isTooMany(performance.now())) return open();
    void askWhetherToGoOn(window, words).then((goesOn) => {
      stops.forget();
      if (goesOn) open();
      else app.quit();
    });
  });
  window.on('unresponsive', () => {
    void askWhileHung(window, words).then((isWanted) => {
      if (!isWanted || window.isDestroyed()) return;
      isReloading = true;
      window.webContents.forcefullyCrashRenderer();
    });
  });
}

async function askWhetherToGoOn(window: BrowserWindow, words: Promise<Words>): Promise<boolean> {
  const { message, detail, reload, quit } = (await words).recovery.keepsCrashing;
  if (window.isDestroyed()) return false;
  const question = { message, detail, buttons: [reload, quit], defaultId: 0, cancelId: 1, noLink: true };
  const { response } = await dialog.showMessageBox(window, { type: 'error', ...question });
  return response === 0;
}
