import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks: well below what is measured. */
const LOOK_EVERY_MS = 5;

/** Resolves when a key that is pressed arrives in the focused field of the window that keeps its data in this folder. */
export async function waitUntilKeyArrives(dataFolder: string, signal: AbortSignal): Promise<void> {
  const page = await connectToPage(dataFolder, signal);
  try {
    for (;;) {
      signal.throwIfAborted();
      await page.send('Input.dispatchKeyEvent', { type: 'char', text: 'a' });
      const arrived = await page.send('Runtime.evaluate', { expression: "document.activeElement?.value?.includes('a') === true" });
      if (JSON.stringify(arrived).includes('"value":true')) return;
      await wait(LOOK_EVERY_MS);
    }
  } finally {
    page.close();
  }
}

interface PageConnection {
  readonly send: (method: string, params: Record<string, unknown>) => Promise<unknown>;
  readonly close: () => void;
}

async function connectToPage(dataFolder: string, signal: AbortSignal): Promise<PageConnection> {
  for (;;) {
    signal.throwIfAborted();
    const url = await findPage(dataFolder).catch(() => undefined);
    if (url !== undefined) return open(url);
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

async function open(url: string): Promise<PageConnection> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (result: unknown) => void>();
  let lastId = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { readonly id?: number };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  return {
    send: (method, params) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
    close: () => {
      socket.close();
    },
  };
}
