import { contextBridge, ipcRenderer } from 'electron';

import { contract } from '../shared/ipc/contract.ts';
import type { Entry } from '../shared/ipc/entry.ts';
import { CREDIT_PORTION } from '../shared/ipc/flow.ts';
import type { Answer, StreamMessage, StreamReply } from '../shared/ipc/messages.ts';
import type { StopStream } from '../shared/ipc/types.ts';

/** What cannot be sent at all (a function, say), or gets no answer because the app ends, is told like every other fault. */
const notAnswered: Answer<never> = { kind: 'faulted', fault: 'failed' };
const notSent: StreamMessage<never> = { kind: 'ended', fault: 'failed' };

type OnMessage = (message: StreamMessage<unknown>) => void;

function openStream(name: string, request: unknown, onMessage: OnMessage): StopStream {
  const { port1: ours, port2: theirs } = new MessageChannel();
  let unacknowledged = 0;
  const reply = (message: StreamReply): void => ours.postMessage(message);
  ours.addEventListener('message', (event) => {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the types are Node's, the event is the browser's MessageEvent
    const { data } = event as Event & { readonly data: StreamMessage<unknown> };
    onMessage(data);
    if (data.kind === 'ended') return ours.close();
    unacknowledged += 1;
    if (unacknowledged < CREDIT_PORTION) return;
    unacknowledged = 0;
    reply({ kind: 'credit', count: CREDIT_PORTION });
  });
  ours.start();
  try {
    ipcRenderer.postMessage(name, request, [theirs]);
  } catch {
    ours.close();
    onMessage(notSent);
  }
  return () => reply({ kind: 'stop' });
}

/** One function for each name of the contract: the page can say nothing else, and never sees an event object. */
function bridgeFunction([name, { kind }]: [string, Entry]): [string, unknown] {
  if (kind === 'call') return [name, (request: unknown) => ipcRenderer.invoke(name, request).catch(() => notAnswered)];
  return [name, (request: unknown, onMessage: OnMessage) => openStream(name, request, onMessage)];
}

contextBridge.exposeInMainWorld('bridge', Object.fromEntries(Object.entries<Entry>(contract).map(bridgeFunction)));
