import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { app, Menu, nativeTheme, type BrowserWindow } from 'electron';

import { english } from '../shared/text/english.ts';
import { createFollowHistory } from './ipc/follow-history-stream.ts';
import type { Handlers } from './ipc/handlers.ts';
import { createHistoryHandlers } from './ipc/history-handlers.ts';
import { createFindingHandlers, createLabelHandlers } from './ipc/host-handlers.ts';
import { createEmptyTrash, createMergeHosts } from './ipc/host-streams.ts';
import { createFollowMenu, createShowMenu, type MenuCommands } from './ipc/menu-handlers.ts';
import { createRetentionHandlers } from './ipc/retention-handlers.ts';
import { createRunCheck } from './ipc/run-check-stream.ts';
import { serve } from './ipc/serve.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { readVantage } from './ipc/vantage-handler.ts';
import { menuTemplate } from './menu.ts';
import { closeStore, type StoreOpening } from './store/store.ts';

/** A window to attend to. */
export interface Attendance {
  readonly window: BrowserWindow;
  /** The origin of its page: nobody else is heard. */
  readonly origin: string;
  /** The data folder. */
  readonly folder: string;
}

/** Answers everything the window asks from now on, and puts all away when the app ends. The rest of the composition root, loaded beside the page. */
export function attend({ window, origin, folder }: Attendance): void {
  // The page first: it takes keys while the history opens, and whatever it asks meanwhile waits.
  const history = Promise.race([once(window.webContents, 'dom-ready'), once(window, 'closed')]).then(() => openHistory(folder));
  const { endStreams } = serve(
    history.then((opening) => createHandlers(window, opening)),
    (sender) => isTrustedSender({ sender, ours: window.isDestroyed() ? null : window.webContents.mainFrame, origin }),
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

/** What the person came for is done by then. */
const HOUSEWORK_AFTER_MS = 20_000;

async function keepHouseLater(opening: StoreOpening, signal: AbortSignal): Promise<void> {
  if (opening.kind === 'unusable') return;
  await pause(HOUSEWORK_AFTER_MS, undefined, { signal, ref: false }).catch(() => undefined);
  const { keepHouse } = await import('./store/keep-house.ts');
  if (!signal.aborted) await keepHouse(opening.store, Date.now(), signal);
}

function createHandlers(window: BrowserWindow, history: StoreOpening): Handlers {
  const commands: MenuCommands = new EventEmitter();
  const menu = createMenu(commands);
  Menu.setApplicationMenu(menu);
  return {
    ...createHistoryHandlers(history),
    ...createFindingHandlers(history),
    ...createLabelHandlers(history),
    ...createRetentionHandlers(history),
    mergeHosts: createMergeHosts(history),
    emptyTrash: createEmptyTrash(history),
    readVantage,
    showMenu: createShowMenu((place) => menu.popup({ window, ...place })),
    runCheck: createRunCheck(history),
    followHistory: createFollowHistory(history),
    followMenu: createFollowMenu(commands),
  };
}

function createMenu(commands: MenuCommands): Menu {
  return Menu.buildFromTemplate(
    menuTemplate({
      words: english.window.menu,
      theme: nativeTheme.themeSource,
      forDevelopment: !app.isPackaged,
      isMac: process.platform === 'darwin',
      onCommand: (command) => commands.emit('command', command),
      onTheme: (theme) => {
        nativeTheme.themeSource = theme;
      },
    }),
  );
}
