import { BrowserWindow, session, type Session } from 'electron';

/** A scheme that only the session of one print knows: the page has an address without a file or a server behind it. */
const SCHEME = 'sonde-report';

const PAGE = `${SCHEME}://page/`;

/**
 * Lays a self-contained page out as a PDF, as a printer would; null when the signal aborted first.
 *
 * The page is what servers said, so it gets a hidden window of its own: sandboxed, without scripts, in a session that is kept in memory
 * only and reaches nothing but this one page. The window is gone when the promise settles.
 */
export async function printPage(html: string, signal: AbortSignal): Promise<Uint8Array | null> {
  if (signal.aborted) return null;
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
  const stop = (): void => window.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await window.loadURL(PAGE);
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, generateTaggedPDF: true });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    if (!window.isDestroyed()) window.destroy();
    own.protocol.unhandle(SCHEME);
  }
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
