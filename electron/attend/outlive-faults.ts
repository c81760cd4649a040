import { app } from 'electron';

import { reportBug } from '../ipc/report-bug.ts';
import { StopCount } from './stop-count.ts';

/**
 * Goes on after a fault of Sonde itself that nothing caught: it is written down, and what it did not touch works on. Node would end the
 * process, and Electron would ask nobody in particular.
 *
 * Nothing half-done is kept by going on: whatever is saved is saved in one transaction. One fault after the other ends the app as closing
 * it does, so that what was learned is saved.
 */
export function outliveFaults(): void {
  const faults = new StopCount();
  let isQuitting = false;
  const outlive = (fault: unknown): void => {
    reportBug(fault);
    if (isQuitting || !faults.isTooMany(performance.now())) return;
    isQuitting = true;
    app.quit();
  };
  process.on('uncaughtException', outlive);
  process.on('unhandledRejection', outlive);
}
