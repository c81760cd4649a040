import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks: well below what is measured. */
export const LOOK_EVERY_MS = 5;

/** A connection to the page of a window that was started with `--remote-debugging-port=0`. */
export interface PageConnection {
  /** Sends a command of the Chrome DevTools protocol and gives its result. */
  readonly send: (method: string, params: Record<string, unknown>) => Promise<unknown>;
  /** What an expression gives in the page, as far as JSON can tell it; a promise is waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => void;
}

/** Connects as soon as there is a page in the window that keeps its data in this folder. */
export async function connectToPage(dataFolder: string, signal: AbortSignal): Promise<PageConnection> {
  for (;;) {
    signal.throwIfAborted();
    const url = await findPage(dataFolder).catch(() => undefined);
    if (url !== undefined) return connectTo(url);
    await wait(LOOK_EVERY_MS);
  }
}

/** Chromium writes the port it chose into its data folder; until then, and until there is a page, this fails or finds none. */
async function findPage(dataFolder: string): Promise<string | undefined> {
  const [port = ''] = (await readFile(join(dataFolder, 'DevToolsActivePort'), 'utf8')).split('\n');
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await response.json()) as readonly {
    readonly type: string;
    readonly url: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  return targets.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank')?.webSocketDebuggerUrl;
}

/** Connects to what speaks the protocol at this address: a page, or a process that was started with `--inspect`. */
export async function connectTo(url: string): Promise<PageConnection> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (result: unknown) => void>();
  let lastId = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const { id = 0, result } = JSON.parse(String(data)) as { readonly id?: number; readonly result?: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const send: PageConnection['send'] = (method, params) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
  return {
    send,
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      // Without a result the page was just being loaded: nothing of it is there yet.
      return (answer as { readonly result?: { readonly value?: unknown } } | undefined)?.result?.value;
    },
    close: () => socket.close(),
  };
}
