import { BrowserWindow, session, type Session } from 'electron';

import { reportBug } from '../report-bug.ts';
import type { Printed } from '../report-streams.ts';

/** A scheme that only the session of one print knows: the page has an address without a file or a server behind it. */
const SCHEME = 'sonde-report';

const PAGE = `${SCHEME}://page/`;

/**
 * Lays a self-contained page out as a PDF, as a printer would.
 *
 * The page is what servers said, so it gets a hidden window of its own: sandboxed, without scripts, in a session that is kept in memory
 * only and reaches nothing but this one page. The window is gone when the promise settles, whatever became of its process.
 */
export async function printPage(html: string, signal: AbortSignal): Promise<Printed> {
  if (signal.aborted) return { kind: 'stopped' };
  const own = isolatedSession(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    return await Promise.race([layOut(window), whenInVain(window, signal)]);
  } finally {
    if (!window.isDestroyed()) window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

async function layOut(window: BrowserWindow): Promise<Printed> {
  try {
    await window.loadURL(PAGE);
    return {
      kind: 'printed',
      pdf: await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, generateTaggedPDF: true }),
    };
  } catch (error) {
    // A window that was taken away has been answered for.
    if (!window.isDestroyed()) reportBug(error);
    return failed;
  }
}

const failed: Printed = { kind: 'not_printed', why: 'failed' };

/** Nobody wants it any more, or nobody is there to do it: then Electron may never answer. */
function whenInVain(window: BrowserWindow, signal: AbortSignal): Promise<Printed> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
    window.webContents.once('render-process-gone', () => resolve(failed));
  });
}

/** Nothing of it is kept on the disk, and every request but the one for the page is cancelled. */
function isolatedSession(html: string): Session {
  const own = session.fromPartition(`report-${crypto.randomUUID()}`, { cache: false });
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== PAGE }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.protocol.handle(SCHEME, () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
  return own;
}
