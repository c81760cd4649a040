import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';

import { nextZoom } from '../shared/ipc/preferences.ts';
import type { KeptPreferences } from './kept-preferences.ts';
import { stayHome } from './stay-home.ts';
import { placeOnScreen, type WindowMemory } from './window-memory.ts';

/** CSS pixels: the title bar of tokens.css, --size-titlebar. */
const TITLE_BAR_PX = 44;

/** --surface-chrome and --ink-3 of tokens.css as the system wants them: what stands behind the page until it has painted. */
const colours = {
  light: { chrome: '#f2f4f6', symbols: '#5d6269' },
  dark: { chrome: '#0e1012', symbols: '#94999e' },
} as const;

/** What the window needs to open. */
export interface WindowPlan {
  /** The page to load. */
  readonly url: string;
  readonly preload: string;
  readonly memory: WindowMemory;
  readonly preferences: KeptPreferences;
  /** Tools for development are only there outside an installed app. */
  readonly forDevelopment: boolean;
}

/** Opens the window and starts to load its page. It is shown once painted, so nothing flashes. */
export function openWindow({ url, preload, memory, preferences, forDevelopment }: WindowPlan): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...placeOnScreen(memory.bounds, screens),
    ...frameColours(),
    minWidth: 640,
    minHeight: 480,
    show: false,
    titleBarStyle: 'hidden',
    trafficLightPosition: { x: 16, y: 15 },
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: preferences.now().zoomPercent / 100,
      devTools: forDevelopment,
      // A middle click opens windows and pastes into fields.
      disableBlinkFeatures: 'Auxclick',
    },
  });
  followTheme(window);
  followPreferences(window, preferences);
  showOnce(window, memory.maximized);
  stayHome(window.webContents, url);
  void window.loadURL(url);
  return window;
}

/**
 * Shows the window when its page has painted, or at the latest when it has loaded: of a hidden window, Chromium does not always tell the
 * first, and a window that waits for it alone stays hidden for ever (seen in one start of four on a busy machine).
 */
function showOnce(window: BrowserWindow, isMaximized: boolean): void {
  const show = (): void => {
    if (window.isVisible()) return;
    // Not before: it shows the window as well.
    if (isMaximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
}

/** Where the window stands now, to be remembered. */
export function windowPlace(window: BrowserWindow): Pick<WindowMemory, 'bounds' | 'maximized'> {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

function currentColours(): (typeof colours)['light' | 'dark'] {
  return nativeTheme.shouldUseDarkColors ? colours.dark : colours.light;
}

function frameColours(): Pick<BrowserWindowConstructorOptions, 'backgroundColor' | 'titleBarOverlay'> {
  const { chrome, symbols } = currentColours();
  return { backgroundColor: chrome, titleBarOverlay: { color: chrome, symbolColor: symbols, height: TITLE_BAR_PX - 1 } };
}

function followTheme(window: BrowserWindow): void {
  const repaint = (): void => {
    const { chrome, symbols } = currentColours();
    window.setBackgroundColor(chrome);
    if (process.platform !== 'darwin') window.setTitleBarOverlay({ color: chrome, symbolColor: symbols });
  };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
}

/** Draws the window as the person likes it, from the first page on. The wheel with Ctrl zooms as the keys do. */
function followPreferences(window: BrowserWindow, { now, change, changes }: KeptPreferences): void {
  const contents = window.webContents;
  // Chromium keeps a zoom as a logarithm, which does not give back every factor to the last digit.
  const isZoomed = (percent: number): boolean => Math.round(contents.getZoomFactor() * 100) === percent;
  const draw = (): void => {
    const { theme, zoomPercent } = now();
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    if (window.isVisible() && !isZoomed(zoomPercent)) contents.setZoomFactor(zoomPercent / 100);
    // The buttons the system draws keep the height of the title bar.
    if (process.platform !== 'darwin') window.setTitleBarOverlay({ height: Math.round((TITLE_BAR_PX * zoomPercent) / 100) - 1 });
  };
  changes.on('changed', draw);
  // Its first size is in webPreferences. To zoom a page before its first frame (Electron 41 on Linux) leaves it without frames, for seconds
  // or for ever: what is chosen until the window is shown is drawn then.
  window.once('show', draw);
  contents.on('zoom-changed', (_event, direction) => {
    const zoomPercent = nextZoom(now().zoomPercent, direction === 'in' ? 1 : -1);
    if (zoomPercent !== null) change({ zoomPercent });
  });
  window.once('closed', () => changes.off('changed', draw));
}
