import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { electronExecutable, rootFolder } from '../../../build/runtime.mjs';

/** The app with Node's own debugger in its main process, and none in its window: Chromium does not watch a page that is debugged for hanging. */
export interface InspectedApp {
  readonly pid: number;
  /** Runs an expression in the main process, where `electron` stands for the module, and gives what it comes to. */
  readonly run: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly result?: { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

/** What a page may take in this app: enough for all it does, and soon full. */
const HEAP = '--js-flags=--max-old-space-size=160';

/** Starts it; resolves when its main process can be asked. */
export async function startInspected(folder: string): Promise<InspectedApp> {
  const child = spawn(electronExecutable(), ['--inspect=127.0.0.1:0', HEAP, rootFolder, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /Debugger listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let lastId = 0;
  const run = async (expression: string): Promise<unknown> => {
    const id = (lastId += 1);
    const replied = new Promise<Reply>((resolve) => {
      const hear = ({ data }: MessageEvent): void => {
        const reply = JSON.parse(String(data)) as Reply;
        if (reply.id !== id) return;
        socket.removeEventListener('message', hear);
        resolve(reply);
      };
      socket.addEventListener('message', hear);
    });
    const source = `(async () => { const electron = process.getBuiltinModule('node:module').createRequire('/')('electron'); return ${expression}; })()`;
    socket.send(
      JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression: source, awaitPromise: true, returnByValue: true } }),
    );
    const { result } = await replied;
    if (result === undefined || result.exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(result)}`);
    return result.result.value;
  };
  return {
    pid: child.pid ?? 0,
    run,
    close: async () => {
      socket.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
