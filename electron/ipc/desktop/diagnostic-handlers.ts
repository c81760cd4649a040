import { existsSync } from 'node:fs';
import { app, screen } from 'electron';

import { describeDiagnostics } from '../../../shared/diagnostics/describe-diagnostics.ts';
import type { Preferences } from '../../../shared/ipc/preferences.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { UpdateLook } from '../../../shared/updates/update-result.ts';
import { crashFolder, listCrashReports, pruneCrashReports } from '../../diagnostics/crash-reports.ts';
import { gatherDiagnostics } from '../../diagnostics/gather-diagnostics.ts';
import { tellLog } from '../../logs/log-entry.ts';
import { logPaths, logPlace } from '../../logs/log-file.ts';
import type { StoreOpening } from '../../store/store.ts';
import type { Handlers } from '../handlers.ts';
import { showInFolder } from './show-in-folder.ts';

/** The handlers of what is told and kept when something is wrong with Sonde itself. */
export type DiagnosticHandlers = Pick<Handlers, 'readDiagnostics' | 'listCrashReports' | 'showKept' | 'tellFault'>;

/** What these handlers look at. */
export interface Diagnosing {
  /** The data folder. */
  readonly folder: string;
  readonly history: StoreOpening;
  readonly words: Words;
  readonly preferences: () => Preferences;
  readonly lastLook: () => UpdateLook | null;
}

/** Makes the handlers of what is told and kept when something is wrong with Sonde itself. */
export function createDiagnosticHandlers({ folder, history, words, preferences, lastLook }: Diagnosing): DiagnosticHandlers {
  const crashes = crashFolder(folder);
  return {
    readDiagnostics: async () => {
      const surroundings = { ...readSurroundings(), language: words.language, madeAtMs: Date.now() };
      const diagnostics = await gatherDiagnostics({ ...surroundings, folder, history, preferences: preferences(), lastLook: lastLook() });
      return { text: describeDiagnostics(diagnostics, words) };
    },
    listCrashReports: async () => {
      await pruneCrashReports(crashes);
      return (await listCrashReports(crashes)).map(({ atMs, sizeBytes }) => ({ atMs, sizeBytes }));
    },
    showKept: async ({ kept }) => {
      const path =
        kept === 'logs' ? logPaths(logPlace(folder)).find((file) => existsSync(file)) : (await listCrashReports(crashes))[0]?.path;
      if (path === undefined) return 'missing';
      showInFolder(path);
      return 'shown';
    },
    tellFault: (thrown) => {
      tellLog({ event: 'bug', where: 'page', thrown });
      return null;
    },
  };
}

function readSurroundings(): Pick<Parameters<typeof gatherDiagnostics>[0], 'versions' | 'system' | 'screenScalesPercent'> {
  const { electron, chrome, node } = process.versions;
  return {
    versions: { sonde: app.getVersion(), electron, chromium: chrome, node },
    system: { platform: process.platform, architecture: process.arch, release: process.getSystemVersion() },
    screenScalesPercent: screen.getAllDisplays().map(({ scaleFactor }) => Math.round(scaleFactor * 100)),
  };
}
