import { app, crashReporter } from 'electron';

import { crashFolder } from '../diagnostics/crash-reports.ts';

/** Lets Crashpad write a minidump of whatever process of this app crashes into the data folder. Nothing is sent: there is no address to send it to. */
export function keepCrashReports(dataFolder: string): void {
  app.setPath('crashDumps', crashFolder(dataFolder));
  crashReporter.start({ uploadToServer: false });
}
