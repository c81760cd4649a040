import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import * as v from 'valibot';
import { expect, test } from 'vitest';

import { runCheck } from '../../../electron/checks/run-check.ts';
import { checkSchema, type Check } from '../../../shared/check/check.ts';
import { checkEventSchema, type CheckEvent } from '../../../shared/check/event.ts';
import { fillOptions, type ChosenOptions } from '../../../shared/check/options.ts';
import { closedPort, listenOnLoopback } from '../../support/loopback.ts';

interface Ran {
  readonly check: Check;
  readonly events: readonly CheckEvent[];
}

/** Runs a check to its end; every event and the check itself must fit their published schemas. */
async function run(port: number, chosen: ChosenOptions = {}, signal: AbortSignal = new AbortController().signal): Promise<Ran> {
  const events: CheckEvent[] = [];
  const running = runCheck({ host: '127.0.0.1', port, transport: 'tcp' }, fillOptions({ controlName: null, ...chosen }), signal);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { check: v.parse(checkSchema, next.value), events };
    events.push(v.parse(checkEventSchema, next.value));
  }
}

function stageOutcomes({ stages }: Check): string {
  return stages.map(({ stage, outcome }) => `${stage}:${outcome}`).join(' ');
}

test('a service that greets is read, recognised and left with its own goodbye and FIN', async () => {
  const heard: string[] = [];
  let ended = false;
  const { port } = await listenOnLoopback((socket) => {
    socket.write('220 (vsFTPd 2.0.5)\r\n');
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      socket.write('221 Goodbye.\r\n');
    });
    socket.on('end', () => (ended = true));
  });
  const { check } = await run(port);
  expect(check).toMatchObject({
    outcome: 'succeeded',
    failure: null,
    service: { id: 'ftp', knownBy: 'greeting', product: 'vsFTPd 2.0.5' },
  });
  expect(check.greeting?.text).toBe('220 (vsFTPd 2.0.5)\n');
  expect(stageOutcomes(check)).toBe('resolve:passed connect:passed handshake:skipped greeting:passed request:skipped');
  expect(heard).toEqual(['QUIT\r\n']);
  await expect.poll(() => ended).toBe(true);
});

test('events come in the order things happen, and stages that were not reached are skipped', async () => {
  const port = await closedPort();
  const { check, events } = await run(port);
  expect(events.map(({ kind }) => kind)).toEqual([
    'stage_started',
    'resolved',
    'stage_finished',
    'stage_started',
    'address_started',
    'address_finished',
    'stage_finished',
  ]);
  expect(check).toMatchObject({
    outcome: 'refused',
    failure: { code: 'connection_refused', operation: 'connect', address: '127.0.0.1', systemCode: 'ECONNREFUSED' },
    addresses: [{ address: '127.0.0.1', family: 4, outcome: 'refused', systemCode: 'ECONNREFUSED' }],
  });
  expect(stageOutcomes(check)).toBe('resolve:passed connect:failed handshake:skipped greeting:skipped request:skipped');
});

test('a greeting that says no is the service’s own rejection', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end('421 Service not available.\r\n'));
  const { check } = await run(port, { service: 'ftp' });
  expect(check).toMatchObject({ outcome: 'rejected_by_service', failure: { code: 'service_rejected', operation: 'greeting' } });
  expect(check.failure?.detail).toContain('421 Service not available.');
});

test('a close and a reset before any word are early, whatever the port', async () => {
  const closing = await listenOnLoopback((socket) => socket.end());
  const resetting = await listenOnLoopback((socket) => setTimeout(() => socket.resetAndDestroy(), 20));
  expect((await run(closing.port)).check).toMatchObject({
    outcome: 'closed_early',
    failure: { code: 'connection_closed', operation: 'greeting' },
  });
  expect((await run(resetting.port)).check).toMatchObject({
    outcome: 'closed_early',
    failure: { code: 'connection_reset', systemCode: 'ECONNRESET' },
  });
});

test('silence is fine on an unknown port and a finding where the service speaks first', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  expect((await run(port)).check.outcome).toBe('succeeded');
  expect((await run(port, { service: 'vnc' })).check).toMatchObject({
    outcome: 'no_answer',
    failure: { code: 'no_greeting', operation: 'greeting' },
  });
});

test('connect only sends nothing, hears nothing and closes with FIN', async () => {
  let heard = 0;
  let ended = false;
  const { port } = await listenOnLoopback((socket) => {
    socket.on('data', (bytes) => (heard += bytes.length));
    socket.on('end', () => (ended = true));
  });
  const { check } = await run(port, { connectOnly: true });
  expect(check.outcome).toBe('succeeded');
  expect(stageOutcomes(check)).toBe('resolve:passed connect:passed handshake:skipped greeting:skipped request:skipped');
  await expect.poll(() => ended).toBe(true);
  expect(heard).toBe(0);
});

test('a pinned address is dialled and the name kept', async () => {
  const hosts: (string | undefined)[] = [];
  const { port } = await listenOnLoopback(
    () => undefined,
    () => createHttpServer((request, response) => (hosts.push(request.headers.host), response.end())),
  );
  const target = { host: 'web1.example.net', port, transport: 'tcp' } as const;
  const running = runCheck(target, fillOptions({ address: '127.0.0.1', service: 'http' }), new AbortController().signal);
  let next = await running.next();
  while (next.done !== true) next = await running.next();
  expect(next.value).toMatchObject({ outcome: 'succeeded', http: { status: 200 }, addresses: [{ address: '127.0.0.1' }] });
  expect(hosts).toEqual([`web1.example.net:${port}`]);
});

test('an address of the family that was not asked for is not dialled', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  expect((await run(port, { family: 6 })).check).toMatchObject({
    outcome: 'name_not_known',
    failure: { code: 'no_address_of_family' },
    addresses: [],
  });
});

test('a certificate nobody vouches for fails the handshake, and nothing is said on the link', async () => {
  const { check } = await run((await listenOnLoopback((socket) => socket.write('SSH-2.0-x\r\n'))).port, { tls: 'on' });
  expect(check).toMatchObject({ outcome: 'tls_failed', failure: { code: 'tls_plain_text_answered', operation: 'handshake' } });
});

test('cancel ends a waiting check within 100 ms as cancelled, keeps what was learned and closes the connection', async () => {
  let ended = false;
  const { port } = await listenOnLoopback((socket) => socket.resume().on('close', () => (ended = true)));
  const controller = new AbortController();
  const pending = run(port, { service: 'smtp' }, controller.signal);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const abortedMs = performance.now();
  controller.abort();
  const { check } = await pending;
  expect(performance.now() - abortedMs).toBeLessThan(100);
  expect(check).toMatchObject({ outcome: 'cancelled', addresses: [{ outcome: 'succeeded' }] });
  await expect.poll(() => ended).toBe(true);
});

test('a reader that walks away cancels the check', async () => {
  let ended = false;
  const { port } = await listenOnLoopback((socket) => socket.resume().on('close', () => (ended = true)));
  const running = runCheck({ host: '127.0.0.1', port, transport: 'tcp' }, fillOptions({ service: 'smtp' }), new AbortController().signal);
  for await (const event of running) if (event.kind === 'stage_started' && event.stage === 'greeting') break;
  await expect.poll(() => ended).toBe(true);
});

test('cancel does not wait for a service that never answers the goodbye', async () => {
  const { port } = await listenOnLoopback((socket) => socket.resume().write('220 mail.example.net ESMTP Postfix\r\n'), createStubborn);
  const controller = new AbortController();
  const running = runCheck({ host: '127.0.0.1', port, transport: 'tcp' }, fillOptions(), controller.signal);
  let next = await running.next();
  while (next.done !== true && next.value.kind !== 'greeted') next = await running.next();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const abortedMs = performance.now();
  controller.abort();
  while (next.done !== true) next = await running.next();
  expect(performance.now() - abortedMs).toBeLessThan(100);
});

test('a greeting that says no is a rejection also where nobody knows the service', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end('421 Service not available\r\n'));
  expect((await run(port)).check).toMatchObject({ outcome: 'rejected_by_service', failure: { code: 'service_rejected' } });
});

/** A server whose connections stay half open: it never closes. */
function createStubborn(serve: (socket: Socket) => void): Server {
  return createServer({ allowHalfOpen: true }, serve);
}
