import { afterEach, expect, test } from 'vitest';

import { Sleep } from '../../../electron/checks/sleep.ts';
import { createCheckMany } from '../../../electron/ipc/check-many-stream.ts';
import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import type { Target } from '../../../shared/check/target.ts';
import type { EventOf } from '../../../shared/ipc/types.ts';
import { startScriptedServer, type ScriptedServer } from '../../support/scripted-server.ts';
import { openForTest } from '../store/open-for-test.ts';

const address = '127.0.91.7';
let server: ScriptedServer | null = null;

afterEach(async () => {
  await server?.close();
});

async function checkMany(
  opening: StoreOpening,
  request: { readonly targets: Target[]; readonly isAgreed: boolean },
  signal: AbortSignal,
  sleep = new Sleep(),
): Promise<readonly EventOf<'checkMany'>[]> {
  const events: EventOf<'checkMany'>[] = [];
  for await (const event of createCheckMany(opening, sleep)(request, signal)) events.push(event);
  return events;
}

test('every endpoint is checked and kept, and told with how it ended', async () => {
  server = await startScriptedServer({ address, behaviour: { kind: 'greet', text: '220 hello\r\n' } });
  const opening: StoreOpening = { kind: 'open', store: openForTest() };
  const targets = [server.port, 1].map((port): Target => ({ host: address, port, transport: 'tcp' }));
  const events = await checkMany(opening, { targets, isAgreed: false }, new AbortController().signal);
  const told = events.map((event) => (event.kind === 'finished' ? [event.target.port, event.outcome, event.saved.kind] : [event.kind]));
  expect(told).toHaveLength(2);
  expect(told).toContainEqual([server.port, 'succeeded', 'saved']);
  expect(told).toContainEqual([1, 'refused', 'saved']);
  expect(countChecks(opening.store)).toEqual({ kind: 'read', value: 2 });
});

test('nothing is sent before a yes when one host would get more than 100 connections', async () => {
  const targets = Array.from({ length: 101 }, (_, index): Target => ({ host: '192.0.2.1', port: 1 + index, transport: 'tcp' }));
  const opening: StoreOpening = { kind: 'open', store: openForTest() };
  const events = await checkMany(opening, { targets, isAgreed: false }, new AbortController().signal);
  expect(events).toEqual([{ kind: 'asked', host: '192.0.2.1', connectionCount: 101 }]);
  expect(countChecks(opening.store)).toEqual({ kind: 'read', value: 0 });
});

test('checks that stopping cancels are neither told nor kept', async () => {
  server = await startScriptedServer({ address, behaviour: { kind: 'mute' } });
  const opening: StoreOpening = { kind: 'open', store: openForTest() };
  const stop = new AbortController();
  const target: Target = { host: address, port: server.port, transport: 'tcp' };
  setTimeout(() => stop.abort(), 100);
  expect(await checkMany(opening, { targets: [target], isAgreed: false }, stop.signal)).toEqual([]);
  expect(countChecks(opening.store)).toEqual({ kind: 'read', value: 0 });
});

test('what the computer’s sleep interrupts is not told, and made after it', async () => {
  server = await startScriptedServer({ address, behaviour: { kind: 'mute' } });
  const opening: StoreOpening = { kind: 'open', store: openForTest() };
  const target: Target = { host: address, port: server.port, transport: 'tcp' };
  const sleep = new Sleep();
  const { sessions } = server;
  const ended = checkMany(opening, { targets: [target], isAgreed: false }, new AbortController().signal, sleep);
  await expect.poll(() => sessions().length).toBe(1);
  sleep.begin();
  await expect.poll(() => sessions()[0]?.ended).not.toBe('not_yet');
  expect(countChecks(opening.store)).toEqual({ kind: 'read', value: 0 });
  sleep.end();
  expect(await ended).toMatchObject([{ kind: 'finished', outcome: 'succeeded', saved: { kind: 'saved' } }]);
  expect(sessions()).toHaveLength(2);
});
