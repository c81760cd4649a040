import { BrowserWindow, nativeTheme, screen } from 'electron';

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
  /** Tools for development are only there outside an installed app. */
  readonly forDevelopment: boolean;
}

/** Opens the window and starts to load its page. It is shown once painted, so nothing flashes. */
export function openWindow({ url, preload, memory, forDevelopment }: WindowPlan): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { chrome, symbols } = currentColours();
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...placeOnScreen(memory.bounds, screens),
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: chrome,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: chrome, symbolColor: symbols, height: TITLE_BAR_PX - 1 },
    trafficLightPosition: { x: 16, y: 15 },
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: forDevelopment,
      // A middle click opens windows and pastes into fields.
      disableBlinkFeatures: 'Auxclick',
    },
  });
  if (memory.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  followTheme(window);
  void window.loadURL(url);
  return window;
}

/** Where the window stands now, to be remembered. */
export function windowPlace(window: BrowserWindow): Pick<WindowMemory, 'bounds' | 'maximized'> {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

function currentColours(): (typeof colours)['light' | 'dark'] {
  return nativeTheme.shouldUseDarkColors ? colours.dark : colours.light;
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
