import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { EventBatches } from '../../../electron/console/event-batches.ts';
import { letGo } from '../../../electron/console/let-go.ts';
import { openSession } from '../../../electron/console/open-session.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

const received = (size: number): SessionEvent => ({ kind: 'received', atMs: 0, bytes: Buffer.alloc(size, 'x') });
const note: SessionEvent = { kind: 'accepted', atMs: 0 };

interface Delivered {
  readonly batches: SessionEvent[][];
  readonly steps: string[];
  readonly events: EventBatches;
}

function collect(isStream = true): Delivered {
  const batches: SessionEvent[][] = [];
  const steps: string[] = [];
  const events = new EventBatches({
    isStream,
    deliver: (batch) => batches.push([...batch]),
    pause: () => steps.push('pause'),
    resume: () => steps.push('resume'),
  });
  onTestFinished(() => events.stop());
  return { batches, steps, events };
}

const sizes = (batches: readonly (readonly SessionEvent[])[]): readonly (number | string)[] =>
  batches.flat().map((event) => (event.kind === 'received' ? event.bytes.length : event.kind));

test('chunks of a stream that come together are one event, in memory of their own', async () => {
  const { batches, events } = collect();
  events.add(received(3));
  events.add(received(4));
  events.add(note);
  events.add(received(5));
  await expect.poll(() => sizes(batches)).toEqual([7, 'accepted', 5]);
  const [first] = batches.flat();
  expect(first?.kind === 'received' && first.bytes.buffer.byteLength).toBe(7);
});

test.each([true, false])('what whoever brought it does with the memory afterwards changes nothing (a stream: %s)', async (isStream) => {
  const { batches, events } = collect(isStream);
  const chunks = ['220 ', 'ready\n'].map((text) => Uint8Array.from(Buffer.from(text)));
  for (const bytes of chunks) events.add({ kind: 'received', atMs: 0, bytes });
  for (const bytes of chunks) letGo(bytes);
  await expect
    .poll(() =>
      batches
        .flat()
        .map((event) => event.kind === 'received' && String(Buffer.from(event.bytes)))
        .join(''),
    )
    .toBe('220 ready\n');
});

test('datagrams stay apart', async () => {
  const { batches, events } = collect(false);
  events.add(received(3));
  events.add(received(4));
  await expect.poll(() => sizes(batches)).toEqual([3, 4]);
});

test('no batch holds more than 64 KiB or 500 events', async () => {
  const { batches, events } = collect();
  for (let count = 0; count < 12; count += 1) events.add(received(10_000));
  for (let count = 0; count < 1_200; count += 1) events.add(note);
  const acknowledging = setInterval(() => events.acknowledge(32_768), 10);
  onTestFinished(() => clearInterval(acknowledging));
  await expect.poll(() => batches.flat().length).toBeGreaterThanOrEqual(1_202);
  expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(500);
  expect(sizes(batches).filter((size) => typeof size === 'number')).toEqual([60_000, 60_000]);
});

test('the source waits while the window has not taken in what it got, and goes on when it has', async () => {
  const { batches, steps, events } = collect();
  events.add(received(65_536));
  events.add(received(65_536));
  await expect.poll(() => batches.length).toBe(2);
  expect(steps.at(-1)).toBe('pause');
  events.add(received(10));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(batches.length).toBe(2);
  events.acknowledge(65_536);
  await expect.poll(() => batches.length).toBe(3);
  events.acknowledge(65_536);
  expect(steps.at(-1)).toBe('resume');
});

test('what the person sent and the end go at once, after all that came before, though the window is behind', async () => {
  const { batches, events } = collect();
  events.add(received(65_536));
  events.add(received(65_536));
  await expect.poll(() => batches.length).toBe(2);
  events.add(received(10));
  events.add({ kind: 'sent', atMs: 0, bytes: Buffer.from('QUIT'), isSecret: false });
  expect(sizes(batches)).toEqual([65_536, 65_536, 10, 'sent']);
  events.add(received(20));
  events.add({
    kind: 'ended',
    atMs: 0,
    end: { reason: { kind: 'closed', by: 'you' }, durationMs: 1, receivedBytes: 131_102, sentBytes: 4 },
  });
  expect(sizes(batches).slice(4)).toEqual([20, 'ended']);
});

test('a source of small packets is paused after a few of them, so that the system joins the rest', () => {
  const { steps, events } = collect();
  for (let count = 0; count < 7; count += 1) events.add(received(1));
  expect(steps).toEqual([]);
  events.add(received(1));
  expect(steps).toEqual(['pause']);
});

test('a window that takes its time gets two batches in that time, and never one in less than a while', async () => {
  const atMs: number[] = [];
  const events = new EventBatches({
    isStream: true,
    deliver: () => atMs.push(performance.now()),
    pause: () => undefined,
    resume: () => undefined,
  });
  onTestFinished(() => events.stop());
  events.add(received(100));
  await expect.poll(() => atMs.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  events.acknowledge(100);
  for (const count of [2, 3]) {
    events.add(received(100));
    await expect.poll(() => atMs.length).toBe(count);
  }
  expect((atMs[2] ?? 0) - (atMs[1] ?? 0)).toBeGreaterThanOrEqual(95);
});

test('a flood of a real socket stays within its bounds while nobody looks, and comes whole and in order in the end', async () => {
  const all = 4_000_000;
  const bytes = Buffer.from(Uint8Array.from({ length: all }, (_, index) => index % 251));
  const { port } = await listenOnLoopback((socket: Socket) => socket.end(bytes), createServer);
  const heard: Buffer[] = [];
  let isLooking = false;
  let isEnded = false;
  let unseenBytes = 0;
  const events = new EventBatches({
    isStream: true,
    deliver: (batch) => {
      for (const event of batch) {
        if (event.kind === 'ended') isEnded = true;
        if (event.kind !== 'received') continue;
        heard.push(Buffer.from(event.bytes));
        if (isLooking) setImmediate(() => events.acknowledge(event.bytes.length));
        else unseenBytes += event.bytes.length;
      }
    },
    pause: () => session.pause(),
    resume: () => session.resume(),
  });
  const session = openSession(fillSessionRequest({ target: { host: '127.0.0.1', port, transport: 'tcp' } }), (event) => events.add(event));
  onTestFinished(() => session.reset());
  await new Promise((resolve) => setTimeout(resolve, 400));
  // Two batches and what was already on its way.
  expect(unseenBytes).toBeGreaterThan(0);
  expect(unseenBytes).toBeLessThanOrEqual(4 * 65_536);
  isLooking = true;
  events.acknowledge(unseenBytes);
  await expect.poll(() => isEnded).toBe(true);
  expect(Buffer.concat(heard).equals(bytes)).toBe(true);
});
