import { app, dialog } from 'electron';

/** Why an installed Sonde has not started, for whoever started it without its sandbox. */
const REASON =
  'Sonde does not run without its sandbox, and so not as root. Start it as an ordinary user, without --no-sandbox and the like; ' +
  'where an AppImage adds that by itself, this system keeps the sandbox from it: install the deb or the rpm.';

/** Says why the installed program does not start, where a person sees it, and ends it with exit code 2. */
export async function refuseStart({ hasWindow }: { readonly hasWindow: boolean }): Promise<void> {
  console.error(`sonde: ${REASON}`);
  if (hasWindow && process.getuid?.() !== 0) {
    await app.whenReady();
    dialog.showErrorBox('Sonde', REASON);
  }
  app.exit(2);
}
