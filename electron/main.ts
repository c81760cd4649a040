import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, Menu, nativeTheme, protocol, session, type BrowserWindow } from 'electron';

import { answerSecondStart } from './attend/answer-second-start.ts';
import { APP_SCHEME, appPage, serveFiles } from './app-scheme.ts';
import { keepCrashReports } from './attend/keep-crash-reports.ts';
import { servePage } from './attend/serve-page.ts';
import { commandLineWords } from './command-line-words.ts';
import { cutOff } from './cut-off.ts';
import { openPreferences } from './kept-preferences.ts';
import { lockDown } from './lock-down.ts';
import { abandonLookups } from './probes/abandon-lookups.ts';
import { widenLookups } from './probes/lookup-threads.ts';
import { dataFolder } from './store/data-folder.ts';
import { readWindowMemory, writeWindowMemory } from './window-memory.ts';
import { openWindow, windowPlace } from './window.ts';

const builtFolder = join(import.meta.dirname, '..');
const page = appPage(app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']);
// For tests and for those who translate: an installed app is not asked.
const language = app.isPackaged ? undefined : process.env['SONDE_LANGUAGE'];

// Before the first lookup starts the pool.
widenLookups();
// After the last: the history is closed by then.
process.once('exit', abandonLookups);
// Before anything else: every renderer is sandboxed, and the page's own scheme is known when the first one starts.
// Root gets no process with a sandbox at all, so the script that starts a development build turns it off there (build/launch.mjs).
const hasNoSandbox = app.commandLine.hasSwitch('no-sandbox');
if (app.isPackaged || !hasNoSandbox) app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } }]);
// One folder for the window and the command line; Chromium's own switch names another.
const chosenFolder = app.commandLine.getSwitchValue('user-data-dir');
const folder = chosenFolder === '' ? dataFolder({ platform: process.platform, env: process.env, home: homedir() }) : resolve(chosenFolder);
const words = app.isPackaged ? commandLineWords(process.argv.slice(1)) : null;
// Chromium keeps files of its own there, and those of a command must not cross those of the window.
app.setPath('userData', words === null ? folder : join(folder, 'command-line'));
// Ours comes once the page stands; Electron would make its own first.
Menu.setApplicationMenu(null);

// The second leaves the page every system call there is.
const isWithoutSandbox = hasNoSandbox || app.commandLine.hasSwitch('disable-seccomp-filter-sandbox');
if (app.isPackaged && isWithoutSandbox)
  void import('./refuse-start.ts').then(({ refuseStart }) => refuseStart({ hasWindow: words === null }));
else if (words !== null) void import('./start-words.ts').then(({ startWords }) => startWords(words, join(import.meta.dirname, 'cli.cjs')));
else if (app.requestSingleInstanceLock()) {
  keepCrashReports(folder);
  void app.whenReady().then(start);
} else app.quit();

function start(): void {
  lockDown(app, session.defaultSession);
  const isBuilt = page.url.startsWith(`${APP_SCHEME}:`);
  if (isBuilt) void cutOff(session.defaultSession);
  const serving = Promise.withResolvers<ReturnType<typeof servePage>>();
  protocol.handle(APP_SCHEME, async (request) => (await serving.promise)(request));

  const memory = readWindowMemory(folder);
  const preferences = openPreferences(folder);
  nativeTheme.themeSource = preferences.now().theme;
  const window = openWindow({
    // As a fragment, which names no file.
    url: language === undefined ? page.url : `${page.url}#${language}`,
    preload: join(builtFolder, 'preload', 'preload.cjs'),
    memory,
    preferences,
    forDevelopment: !app.isPackaged,
  });
  followWindow(window);
  const listen = async (): Promise<void> => {
    const { attend } = await import('./attend.ts');
    if (window.isDestroyed()) return;
    const transferWorkerFile = pathToFileURL(join(import.meta.dirname, 'transfer', 'transfer-worker.cjs'));
    attend({ window, page, folder, preferences, language, transferWorkerFile });
  };
  // While the window's process starts: making the list and the first of its headers takes as long.
  serving.resolve(servePage({ url: page.url, files: serveFiles(join(builtFolder, 'renderer')), listen }));
  // `npm run dev` serves the page by the web.
  if (!isBuilt) void listen();
}

function followWindow(window: BrowserWindow): void {
  window.on('close', () => writeWindowMemory(folder, windowPlace(window)));
  answerSecondStart(app, window);
  app.on('window-all-closed', () => app.quit());
}
