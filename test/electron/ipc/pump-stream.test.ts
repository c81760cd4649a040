import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { pumpStream, type StreamPort } from '../../../electron/ipc/pump-stream.ts';
import { stream } from '../../../shared/ipc/entry.ts';
import { CREDIT_PORTION, STREAM_CREDIT } from '../../../shared/ipc/flow.ts';
import type { StreamMessage } from '../../../shared/ipc/messages.ts';

const entry = stream(v.strictObject({ upTo: v.number() }), v.number());
const forever = new AbortController().signal;

/** Electron's end of a port hands over `{ data }`; Node's hands over the data itself. */
function asStreamPort(port: MessagePort): StreamPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) =>
      event === 'message' ? port.on('message', (data: unknown) => listener({ data })) : port.on('close', () => listener({ data: null })),
    start: () => port.start(),
    close: () => port.close(),
  };
}

function open(): { readonly port: StreamPort; readonly window: MessagePort; readonly heard: StreamMessage<number>[] } {
  const { port1, port2 } = new MessageChannel();
  const heard: StreamMessage<number>[] = [];
  port2.on('message', (message: StreamMessage<number>) => heard.push(message));
  return { port: asStreamPort(port1), window: port2, heard };
}

async function* count(request: unknown, signal: AbortSignal): AsyncGenerator<number> {
  const { upTo } = request as { readonly upTo: number };
  for (let number = 1; number <= upTo && !signal.aborted; number += 1) yield number;
}

describe('a stream', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('tells every event in order and then that it ended', async () => {
    const { port, window, heard } = open();
    await pumpStream({ entry, payload: { upTo: 3 }, handler: count, port }, forever);
    await expect.poll(() => heard.length).toBe(4);
    expect(heard).toEqual([
      { kind: 'event', value: 1 },
      { kind: 'event', value: 2 },
      { kind: 'event', value: 3 },
      { kind: 'ended', fault: null },
    ]);
    window.close();
  });

  test.each([
    ['comes to its end', { upTo: 300 }, null],
    ['is refused', { upTo: 'many' }, 'invalid_request'],
  ])('that %s closes its port, after all it had to say, and waits for no window to do so', async (_, payload, fault) => {
    const { port, window, heard } = open();
    const closed = once(window, 'close');
    window.on('message', ({ kind }: StreamMessage<number>) => {
      if (kind === 'event') window.postMessage({ kind: 'credit', count: CREDIT_PORTION });
    });
    await pumpStream({ entry, payload, handler: count, port }, forever);
    await closed;
    expect(heard.at(-1)).toEqual({ kind: 'ended', fault });
    expect(heard).toHaveLength(fault === null ? 301 : 1);
  });

  test('pauses its source while the window takes nothing in, and goes on when it does', async () => {
    const { port, window, heard } = open();
    let asked = 0;
    const counting = pumpStream(
      {
        entry,
        payload: { upTo: STREAM_CREDIT + CREDIT_PORTION },
        port,
        async *handler(request, signal) {
          for await (const number of count(request, signal)) {
            asked = number;
            yield number;
          }
        },
      },
      forever,
    );
    await expect.poll(() => heard.length).toBe(STREAM_CREDIT);
    await wait(50);
    expect(heard).toHaveLength(STREAM_CREDIT);
    expect(asked).toBe(STREAM_CREDIT + 1);

    window.postMessage({ kind: 'credit', count: CREDIT_PORTION });
    await counting;
    await expect.poll(() => heard.at(-1)).toEqual({ kind: 'ended', fault: null });
    expect(heard).toHaveLength(STREAM_CREDIT + CREDIT_PORTION + 1);
    window.close();
  });

  test('asked to stop, tells what is left and ends', async () => {
    const { port, window, heard } = open();
    const pumping = pumpStream(
      {
        entry,
        payload: { upTo: 1 },
        port,
        async *handler(_request, signal) {
          yield 1;
          await once(signal, 'abort');
          yield 2;
        },
      },
      forever,
    );
    await expect.poll(() => heard.length).toBe(1);
    window.postMessage({ kind: 'stop' });
    await pumping;
    await expect.poll(() => heard.at(-1)).toEqual({ kind: 'ended', fault: null });
    expect(heard).toHaveLength(3);
    window.close();
  });

  test.each([
    [
      'a closed port',
      (window: MessagePort) => {
        window.close();
      },
    ],
    [
      'a reply that is none',
      (window: MessagePort) => {
        window.postMessage({ kind: 'credit', count: 1_000_000 });
      },
    ],
  ])('%s ends it, even while it waits for credit', async (_name, act) => {
    const { port, window, heard } = open();
    const pumping = pumpStream({ entry, payload: { upTo: 1_000_000 }, handler: count, port }, forever);
    await expect.poll(() => heard.length).toBe(STREAM_CREDIT);
    act(window);
    window.close();
    await pumping;
  });

  test('the end of the app ends it', async () => {
    const { port, window } = open();
    const end = new AbortController();
    const pumping = pumpStream(
      {
        entry,
        payload: { upTo: 1 },
        port,
        async *handler(_request, signal) {
          if (!signal.aborted) await once(signal, 'abort');
          yield 1;
        },
      },
      end.signal,
    );
    end.abort();
    await pumping;
    window.close();
  });

  test('a request that does not fit never reaches its handler, and a bug is told as one', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const handler = vi.fn();
    const first = open();
    await pumpStream({ entry, payload: { upTo: 1, more: 2 }, handler, port: first.port }, forever);
    await expect.poll(() => first.heard).toEqual([{ kind: 'ended', fault: 'invalid_request' }]);
    expect(handler).not.toHaveBeenCalled();

    const second = open();
    await pumpStream(
      {
        entry,
        payload: { upTo: 1 },
        port: second.port,
        async *handler() {
          yield 1;
          throw new Error('bug');
        },
      },
      forever,
    );
    await expect.poll(() => second.heard.at(-1)).toEqual({ kind: 'ended', fault: 'failed' });
    expect(told).toHaveBeenCalledOnce();
    first.window.close();
    second.window.close();
  });
});
