import { expect, test } from 'vitest';

import { TranscriptPace } from '../../../electron/console/transcript-pace.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';

const MEBIBYTE = 1_048_576;

const received = (bytes: Uint8Array): SessionEvent => ({ kind: 'received', atMs: 1, bytes });
const sent: SessionEvent = { kind: 'sent', atMs: 1, bytes: Buffer.from('x'), isSecret: false };

function sizeOf(events: readonly SessionEvent[]): { readonly received: number; readonly dropped: number } {
  let [got, dropped] = [0, 0];
  for (const event of events) {
    if (event.kind === 'received') got += event.bytes.length;
    if (event.kind === 'dropped') dropped += event.sizeBytes;
  }
  return { received: got, dropped };
}

test('a dialogue passes as it is, at once', () => {
  const pace = new TranscriptPace(0);
  for (let count = 0; count < 1_000; count += 1) {
    const event = received(Buffer.from('a line of a listing\r\n'));
    expect(pace.add(event)).toEqual([event]);
  }
  expect(pace.isWaiting).toBe(false);
});

test.each([
  ['long lines', Buffer.alloc(65_536, 'x')],
  ['empty lines', Buffer.alloc(65_536, '\n')],
])('of a flood of %s every byte is passed on or counted, and each step of it is bounded', (_, chunk) => {
  const pace = new TranscriptPace(0);
  const passed: SessionEvent[] = [];
  for (let step = 1; step <= 50; step += 1) {
    for (let count = 0; count < 20; count += 1) passed.push(...pace.add(received(chunk)));
    const released = pace.release(step * 500, 131_072);
    expect(sizeOf(released).received).toBeLessThanOrEqual(131_072);
    passed.push(...released);
  }
  passed.push(...pace.flush(131_072));
  const { received: got, dropped } = sizeOf(passed);
  expect(got + dropped).toBe(50 * 20 * chunk.length);
  expect(dropped).toBe(pace.skippedBytes);
  expect(got).toBeLessThan(15 * MEBIBYTE);
});

test('the newest of a flood is what stays, after a word on what went, and a dialogue passes again once it is over', () => {
  const pace = new TranscriptPace(0);
  for (let count = 0; count < 200; count += 1) pace.add(received(Buffer.alloc(65_536, 'x')));
  pace.add(received(Buffer.from('the end')));
  const released = pace.release(10_000, 131_072);
  expect(released[0]?.kind).toBe('dropped');
  expect(released.at(-1)).toMatchObject({ bytes: Buffer.from('the end') });
  expect(pace.release(20_000, 131_072)).toEqual([]);
  const next = received(Buffer.from('220 '));
  expect(pace.add(next)).toEqual([next]);
});

test('what the person sends in a flood is never left out, and stays in its order', () => {
  const pace = new TranscriptPace(0);
  for (let count = 0; count < 200; count += 1) pace.add(received(Buffer.alloc(65_536, 'x')));
  pace.add(sent);
  for (let count = 0; count < 200; count += 1) pace.add(received(Buffer.alloc(65_536, 'y')));
  const released = pace.release(10_000, 1_000);
  expect(released.filter(({ kind }) => kind === 'sent')).toEqual([sent]);
  expect(released.at(-1)).toMatchObject({ kind: 'received' });
});

test('what is left out is told, so that its memory can go: of earlier events only, and nothing that is still to be kept', () => {
  const leftOut = new Set<ArrayBufferLike>();
  const pace = new TranscriptPace(0, ({ buffer }) => leftOut.add(buffer));
  for (let count = 0; count < 200; count += 1) {
    const chunk = Buffer.alloc(count === 199 ? 200_000 : 65_536, 'x');
    pace.add(received(chunk));
    expect(leftOut.has(chunk.buffer)).toBe(false);
  }
  const kept = pace.release(10_000, 131_072).flatMap((event) => (event.kind === 'received' ? [event.bytes.buffer] : []));
  expect(leftOut.size).toBeGreaterThan(100);
  expect(kept.filter((buffer) => leftOut.has(buffer))).toEqual([]);
});
