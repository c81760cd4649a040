import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { app } from 'electron';

import { loadWords } from '../shared/text/languages.ts';
import type { Attendance } from './attend/attending.ts';
import { beginLog } from './attend/begin-log.ts';
import { createHandlers } from './attend/create-handlers.ts';
import { followSleep } from './attend/follow-sleep.ts';
import { keepHouseLater } from './attend/keep-house-later.ts';
import { outliveFaults } from './attend/outlive-faults.ts';
import { recoverWindow } from './attend/recover-window.ts';
import { rememberPlace } from './attend/remember-place.ts';
import { KeptDesk } from './ipc/desk.ts';
import { serve } from './ipc/serve.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { closeStore, type StoreOpening } from './store/store.ts';

/** Answers everything the window asks from now on, and puts all away when the app ends. The rest of the composition root, loaded beside the page. */
export function attend(attendance: Attendance): void {
  const { window, page, folder, language } = attendance;
  // The page first: it takes keys while the history opens, and whatever it asks meanwhile waits.
  const history = Promise.race([once(window.webContents, 'dom-ready'), once(window, 'closed')]).then(() => openHistory(folder));
  const words = loadWords(language);
  beginLog(attendance, { history, words });
  const desk = new KeptDesk();
  outliveFaults();
  recoverWindow({ window, desk, words });
  rememberPlace(window, folder);
  const sleep = followSleep();
  const handlers = Promise.all([history, words]).then(([opening, loaded]) =>
    createHandlers({ ...attendance, history: opening, words: loaded, sleep, desk }),
  );
  const { endStreams } = serve(handlers, (sender) =>
    isTrustedSender({ sender, ours: window.isDestroyed() ? null : window.webContents.mainFrame, page }),
  );
  const closing = new AbortController();
  const housework = history.then((opening) => keepHouseLater(opening, attendance.transferWorkerFile, closing.signal));
  // Closing cancels what runs; what it learned is saved before the app ends.
  app.once('will-quit', (event) => {
    event.preventDefault();
    closing.abort();
    void Promise.race([putAway({ history, housework, endStreams }), pause(GOODBYE_LIMIT_MS)]).finally(() => app.exit());
  });
}

/** What hangs (a disk that is gone, a thread inside one statement) may not keep the app from ending; what was committed is safe anyway. In milliseconds. */
const GOODBYE_LIMIT_MS = 15_000;

interface PuttingAway {
  readonly history: Promise<StoreOpening>;
  readonly housework: Promise<void>;
  readonly endStreams: () => Promise<void>;
}

async function putAway({ history, housework, endStreams }: PuttingAway): Promise<void> {
  // No thread may be cut off by the end of the process: see thread-end.ts.
  const [opening] = await Promise.all([history, housework, endStreams()]);
  if (opening.kind === 'open') closeStore(opening.store);
}

async function openHistory(folder: string): Promise<StoreOpening> {
  const { openStore } = await import('./store/open.ts');
  return openStore(folder);
}
