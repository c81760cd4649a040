import { posix, win32 } from 'node:path';

/** What the place of the data folder depends on. */
export interface DataFolderSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
}

/** The folder Electron calls userData, found without Electron, so that the window and the command line share one history. */
export function dataFolder({ platform, env, home }: DataFolderSurroundings): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), APP_NAME);
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', APP_NAME);
    default:
      return posix.join(xdgConfigHome(env.XDG_CONFIG_HOME) ?? posix.join(home, '.config'), APP_NAME);
  }
}

const APP_NAME = 'Sonde';

/** A relative path there is to be ignored (XDG Base Directory Specification). */
function xdgConfigHome(value: string | undefined): string | null {
  return value !== undefined && posix.isAbsolute(value) ? value : null;
}
