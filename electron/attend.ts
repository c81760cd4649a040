import { once } from 'node:events';
import { app } from 'electron';

import { loadWords } from '../shared/text/languages.ts';
import type { Attendance } from './attend/attending.ts';
import { createHandlers } from './attend/create-handlers.ts';
import { keepHouseLater } from './attend/keep-house-later.ts';
import { serve } from './ipc/serve.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { closeStore, type StoreOpening } from './store/store.ts';

/** Answers everything the window asks from now on, and puts all away when the app ends. The rest of the composition root, loaded beside the page. */
export function attend(attendance: Attendance): void {
  const { window, origin, folder, language } = attendance;
  // The page first: it takes keys while the history opens, and whatever it asks meanwhile waits.
  const history = Promise.race([once(window.webContents, 'dom-ready'), once(window, 'closed')]).then(() => openHistory(folder));
  const handlers = Promise.all([history, loadWords(language)]).then(([opening, words]) =>
    createHandlers({ ...attendance, history: opening, words }),
  );
  const { endStreams } = serve(handlers, (sender) =>
    isTrustedSender({ sender, ours: window.isDestroyed() ? null : window.webContents.mainFrame, origin }),
  );
  const closing = new AbortController();
  void history.then((opening) => keepHouseLater(opening, closing.signal));
  // Closing cancels what runs; what it learned is saved before the app ends.
  app.once('will-quit', (event) => {
    event.preventDefault();
    closing.abort();
    void Promise.all([history, endStreams()]).then(([opening]) => {
      if (opening.kind === 'open') closeStore(opening.store);
      app.exit();
    });
  });
}

async function openHistory(folder: string): Promise<StoreOpening> {
  const { openStore } = await import('./store/open.ts');
  return openStore(folder);
}
