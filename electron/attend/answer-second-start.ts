import type { App, BrowserWindow } from 'electron';

import { relaunchPath } from './relaunch-path.ts';

/**
 * Answers a second start with the same data: the window comes to the front. One that was closed while its last results are being saved
 * cannot: then the app starts again as soon as it has ended, so that nobody clicks in vain.
 */
export function answerSecondStart(app: App, window: BrowserWindow): void {
  let startsAgain = false;
  app.on('second-instance', () => {
    if (!window.isDestroyed()) return comeForward(window);
    const execPath = relaunchPath(process);
    if (!startsAgain) app.relaunch(execPath === null ? {} : { execPath });
    startsAgain = true;
  });
}

function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
