import { app, powerMonitor } from 'electron';

import { makeVisible } from '../../shared/console/display.ts';
import type { Words } from '../../shared/text/words.ts';
import { keepLog } from '../logs/keep-log.ts';
import { tellLog } from '../logs/log-entry.ts';
import { logPlace } from '../logs/log-file.ts';
import type { StoreOpening } from '../store/store.ts';
import type { Attendance } from './attending.ts';

/** What a log waits for. */
interface LogSources {
  readonly history: Promise<StoreOpening>;
  readonly words: Promise<Words>;
}

/** Keeps the log from now on. Its first line is written once the page stands and the history has opened, so that no start waits for it. */
export function beginLog({ folder, preferences }: Attendance, { history, words }: LogSources): void {
  // Only a terminal hears it: the window tells of the history, which lies on the same disk.
  const tellLost = (error: unknown): void => {
    const detail = error instanceof Error ? error.message : String(error);
    void words.then(({ diagnostics }) => console.error(makeVisible(diagnostics.logLost(detail), 'kept')));
  };
  keepLog({
    place: logPlace(folder),
    codeFolder: app.getAppPath(),
    isDetailed: () => preferences.now().hasDetailedLog,
    now: Date.now,
    tellLost,
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    tellLog({ event: 'process_gone', process: 'page', reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    tellLog({ event: 'process_gone', process: type, reason, exitCode });
  });
  powerMonitor.on('suspend', () => tellLog({ event: 'suspended' }));
  powerMonitor.on('resume', () => tellLog({ event: 'resumed' }));
  app.once('will-quit', () => tellLog({ event: 'ended' }));
  void history.then(tellStart);
}

function tellStart(history: StoreOpening): void {
  tellLog({ event: 'started', version: app.getVersion(), electron: process.versions.electron, platform: process.platform });
  if (history.kind === 'unusable') tellLog({ event: 'history_unusable', problem: history.problem.kind });
  else {
    const openedAfterMs = Math.round(process.uptime() * 1_000);
    tellLog({ event: 'history_opened', openedAfterMs, isWritable: history.store.unwritable === null });
  }
}
