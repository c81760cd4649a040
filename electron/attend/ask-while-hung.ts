import { setTimeout as pause } from 'node:timers/promises';
import { dialog, type BrowserWindow } from 'electron';

import type { Words } from '../../shared/text/words.ts';

/** Who waits is asked again after so long, in milliseconds. */
const ASKED_AGAIN_AFTER_MS = 20_000;

/** Asks whether to wait for a window that does not answer, until it answers again or is to be reloaded; true then. */
export async function askWhileHung(window: BrowserWindow, words: Promise<Words>): Promise<boolean> {
  const answers = new AbortController();
  const withdraw = (): void => answers.abort();
  window.once('responsive', withdraw).once('closed', withdraw);
  // It may crash instead of answering.
  window.webContents.once('render-process-gone', withdraw);
  try {
    const { message, detail, wait, reload } = (await words).recovery.hung;
    while (!answers.signal.aborted) {
      const question = { message, detail, buttons: [wait, reload], defaultId: 0, cancelId: 0, noLink: true };
      const { response } = await dialog.showMessageBox(window, { type: 'warning', ...question, signal: answers.signal });
      if (answers.signal.aborted) return false;
      if (response === 1) return true;
      await pause(ASKED_AGAIN_AFTER_MS, undefined, { signal: answers.signal, ref: false }).catch(() => undefined);
    }
    return false;
  } finally {
    window.off('responsive', withdraw).off('closed', withdraw);
    if (!window.isDestroyed()) window.webContents.off('render-process-gone', withdraw);
  }
}
