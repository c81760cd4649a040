import type { BrowserWindow } from 'electron';

import { writeWindowMemory } from '../window-memory.ts';
import { windowPlace } from '../window.ts';

/** Once it has stood still for so long, in milliseconds. */
const STILL_FOR_MS = 500;

/** Writes down where the window stands whenever that changed: whatever ends the app, it opens there again. */
export function rememberPlace(window: BrowserWindow, folder: string): void {
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => writeWindowMemory(folder, windowPlace(window)), STILL_FOR_MS);
  };
  window.on('resize', wait).on('move', wait).on('maximize', wait).on('unmaximize', wait);
  // From here on it cannot be asked any more; where it stood was written as it closed (main.ts).
  window.on('close', () => clearTimeout(timer));
  window.on('closed', () => clearTimeout(timer));
}
