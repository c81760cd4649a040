import type { WebContents } from 'electron';

/**
 * Brings a window back to its page from wherever nobody is asked before it goes there: `about:blank`, `about:srcdoc` and what Chromium shows
 * instead of a blocked page make no request, so no `will-navigate` (Electron 41).
 *
 * Nothing is heard from there meanwhile (trusted-sender.ts).
 */
export function stayHome(contents: WebContents, home: string): void {
  const comeBack = (): void => {
    if (withoutFragment(contents.getURL()) === withoutFragment(home)) return;
    // It rejects when somebody else loads the page first.
    contents.loadURL(home).catch(() => undefined);
  };
  contents.on('did-navigate', comeBack);
  contents.on('did-fail-load', (_event, code) => {
    if (code !== ABORTED) comeBack();
  });
}

/** Chromium's ERR_ABORTED: something else is being loaded instead. */
const ABORTED = -3;

function withoutFragment(url: string): string {
  return url.replace(/#.*/su, '');
}
