import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain, type WebFrameMain } from 'electron';

import { MESSAGES_PER_SECOND, OPEN_STREAMS_LIMIT } from '../../shared/ipc/flow.ts';
import type { Answer, Fault, StreamMessage } from '../../shared/ipc/messages.ts';
import { answerCall } from './answer-call.ts';
import type { Handlers } from './handlers.ts';
import { pairHandlers } from './pair-handlers.ts';
import { pumpStream } from './pump-stream.ts';
import { RateLimit } from './rate-limit.ts';

/** Tells whether a frame may ask anything at all (trusted-sender.ts). */
export type TrustSender = (frame: WebFrameMain | null) => boolean;

/** What runs on behalf of the window. */
export interface Served {
  /** Ends every stream and waits until the last has come to its end. */
  readonly endStreams: () => Promise<void>;
}

/** Connects every entry of the contract with its handler: the only place that listens to the window. */
export function serve(handlers: Promise<Handlers>, trust: TrustSender): Served {
  const running = new Set<Promise<void>>();
  const end = new AbortController();
  for (const pair of pairHandlers(handlers)) {
    const rate = new RateLimit({ perSecond: MESSAGES_PER_SECOND, now: () => performance.now() });
    const reasonToRefuse = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Fault | null => {
      if (!trust(senderFrame)) return 'not_trusted';
      return rate.take() ? null : 'busy';
    };
    if (pair.kind === 'call') {
      ipcMain.handle(pair.name, (event, payload: unknown): Answer<unknown> | Promise<Answer<unknown>> => {
        const fault = reasonToRefuse(event);
        return fault === null ? answerCall({ ...pair, payload }) : { kind: 'faulted', fault };
      });
      continue;
    }
    ipcMain.on(pair.name, (event, payload: unknown) => {
      const port = takePort(event, reasonToRefuse(event) ?? (running.size < OPEN_STREAMS_LIMIT ? null : 'too_many_streams'));
      if (port === null) return;
      const pumping = pumpStream({ ...pair, payload, port }, end.signal).finally(() => running.delete(pumping));
      running.add(pumping);
    });
  }
  return {
    endStreams: async () => {
      end.abort();
      await Promise.all(running);
    },
  };
}

/** The port a stream came with, or null when it is refused; then the other side is told why. */
function takePort({ ports }: IpcMainEvent, fault: Fault | null): MessagePortMain | null {
  const [port] = ports;
  if (port === undefined || fault === null) return port ?? null;
  port.postMessage({ kind: 'ended', fault } satisfies StreamMessage<never>);
  port.close();
  return null;
}
