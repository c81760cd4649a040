import type { BrowserWindow } from 'electron';

import type { Words } from '../../shared/text/words.ts';
import type { Sleep } from '../checks/sleep.ts';
import type { KeptDesk } from '../ipc/desk.ts';
import type { AppPage } from '../app-scheme.ts';
import type { KeptPreferences } from '../kept-preferences.ts';
import type { StoreOpening } from '../store/store.ts';

/** A window to attend to. */
export interface Attendance {
  readonly window: BrowserWindow;
  /** Its page: nobody else is heard. */
  readonly page: AppPage;
  /** The data folder. */
  readonly folder: string;
  readonly preferences: KeptPreferences;
  /** Another language than the usual one, by its BCP 47 tag. */
  readonly language: string | undefined;
  /** transfer-worker, where the build put it. */
  readonly transferWorkerFile: URL;
}

/** What the window's questions are answered from, once it is there. */
export interface Attending extends Attendance {
  readonly history: StoreOpening;
  readonly words: Words;
  readonly sleep: Sleep;
  readonly desk: KeptDesk;
}
