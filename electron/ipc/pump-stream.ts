import * as v from 'valibot';

import type { Schema, Stream } from '../../shared/ipc/entry.ts';
import { STREAM_CREDIT } from '../../shared/ipc/flow.ts';
import { streamReplySchema, type Fault, type StreamMessage } from '../../shared/ipc/messages.ts';
import { Credit } from './credit.ts';
import { readRequest } from './read-request.ts';
import { reportBug } from './report-bug.ts';

/** The main process's end of a MessagePort, as far as a stream needs it (Electron's MessagePortMain). */
export interface StreamPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** What it takes to serve one stream. */
export interface StreamToPump {
  readonly entry: Stream<Schema, Schema>;
  readonly handler: (request: unknown, signal: AbortSignal) => AsyncIterable<unknown>;
  readonly payload: unknown;
  readonly port: StreamPort;
}

/**
 * Serves one stream to its end; never rejects.
 *
 * 1. The request is measured; it and every event pass the entry's schemas.
 * 2. The source is asked for its next event only while the window has given credit for it.
 * 3. "stop", a closed port and `signal` all ask the source to end. It still tells what is left, then `ended` follows.
 */
export async function pumpStream({ entry, handler, payload, port }: StreamToPump, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const credit = new Credit(STREAM_CREDIT);
  const say = (message: StreamMessage<unknown>): void => port.postMessage(message);
  listen(port, stop, credit);
  let fault: Fault | null = null;
  try {
    const reading = readRequest(entry.request, payload);
    if (reading.kind === 'refused') fault = 'invalid_request';
    else {
      for await (const event of handler(reading.request, AbortSignal.any([stop.signal, signal]))) {
        await credit.take();
        say({ kind: 'event', value: v.parse(entry.event, event) });
      }
    }
  } catch (error) {
    reportBug(error);
    fault = 'failed';
  }
  say({ kind: 'ended', fault });
  // The window closes its end, too; one that is not ours any more would keep it, and each costs memory here.
  port.close();
}

function listen(port: StreamPort, stop: AbortController, credit: Credit): void {
  port.on('message', ({ data }) => {
    const reply = v.safeParse(streamReplySchema, data);
    if (!reply.success || reply.output.kind === 'stop') stop.abort();
    else credit.give(reply.output.count);
  });
  port.on('close', () => {
    stop.abort();
    credit.give(Number.POSITIVE_INFINITY);
  });
  port.start();
}
