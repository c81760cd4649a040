import { setTimeout as pause } from 'node:timers/promises';
import { app } from 'electron';

import { crashFolder, pruneCrashReports } from '../diagnostics/crash-reports.ts';
import { createDiagnosticHandlers, type DiagnosticHandlers } from '../ipc/desktop/diagnostic-handlers.ts';
import { requestFeed } from '../ipc/desktop/request-feed.ts';
import { createUpdateHandlers, type UpdateHandlers } from '../ipc/update-handlers.ts';
import { tellLog } from '../logs/log-entry.ts';
import { releaseSource } from '../updates/release-source.ts';
import { createUpdates, type Updates } from '../updates/updates.ts';
import type { Attending } from './attending.ts';

/** What the person came for is done by then. */
const CARE_AFTER_MS = 5_000;

/** Makes the handlers that care for Sonde itself: new versions, and what is told when something is wrong. */
export function createCare({ folder, history, words, preferences }: Attending): UpdateHandlers & DiagnosticHandlers {
  const installed = app.getVersion();
  const updates = createUpdates({ source: releaseSource, requestFeed, installed, folder, now: Date.now });
  updates.looks.on('looked', ({ result, isAsked }) => tellLog({ event: 'looked_for_update', result: result.kind, isAsked }));
  void careLater({ updates, folder, isWanted: () => preferences.now().looksForUpdates });
  return {
    ...createUpdateHandlers({ updates, installed, address: releaseSource.address }),
    ...createDiagnosticHandlers({ folder, history, words, preferences: preferences.now, lastLook: updates.lastLook }),
  };
}

interface Caring {
  readonly updates: Updates;
  readonly folder: string;
  readonly isWanted: () => boolean;
}

/** Once after the start: what crashed long ago is put away, and a new version looked for if the person wants that. */
async function careLater({ updates, folder, isWanted }: Caring): Promise<void> {
  const closing = new AbortController();
  app.once('will-quit', () => closing.abort());
  await pause(CARE_AFTER_MS, undefined, { ref: false });
  await pruneCrashReports(crashFolder(folder));
  if (isWanted() && !closing.signal.aborted) await updates.lookDaily(closing.signal);
}
