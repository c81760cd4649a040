import type { Socket } from 'node:net';
import { expect, test } from 'vitest';

import { readDialogue } from '../../../../shared/console/read-dialogue.ts';
import { listenOnLoopback } from '../../../support/loopback.ts';
import { openForTest } from '../../store/open-for-test.ts';
import { ConsoleWindow, type WindowSession } from './console-window.ts';

/** A mail server that says as much as it has to. */
function mail(socket: Socket): void {
  socket.write('220 mail.example ESMTP\r\n');
  socket.on('data', (bytes) => {
    if (String(bytes).startsWith('QUIT')) socket.end('221 Bye\r\n');
    else socket.write('250 ok\r\n');
  });
}

function requestOf({ id }: WindowSession, written: string) {
  const reading = readDialogue(written);
  if (reading.kind !== 'read') throw new Error(reading.line);
  return { sessionId: id, steps: [...reading.steps], encoding: 'utf-8' as const, lineEnding: 'crlf' as const };
}

test('a list runs in a session from the greeting that came before it, tells each step, and how it ended', async () => {
  const { port } = await listenOnLoopback(mail);
  const window = new ConsoleWindow({ kind: 'open', store: openForTest() });
  const session = await window.dial(port);
  await session.untilReceived('220');
  const run = window.follow('runDialogue', requestOf(session, 'wait for 220\nsend EHLO x\nwait for 250\nsend QUIT\nwait for close'));
  await run.ended;
  expect(run.events).toEqual([
    { kind: 'step', stepIndex: 2 },
    { kind: 'step', stepIndex: 4 },
    { kind: 'ended', result: { kind: 'done' } },
  ]);
});

test('a list is stopped by the person, by the end of the session, and runs alone', async () => {
  const { port } = await listenOnLoopback(mail);
  const window = new ConsoleWindow({ kind: 'open', store: openForTest() });
  const session = await window.dial(port);
  await session.untilReceived('220');
  const never = requestOf(session, 'wait for 999 within 60 s');
  const first = window.follow('runDialogue', never);
  await first.until(({ kind }) => kind === 'step');
  const second = window.follow('runDialogue', never);
  await second.ended;
  expect(second.events).toEqual([{ kind: 'busy' }]);
  await first.stop();
  expect(first.events.at(-1)).toEqual({ kind: 'ended', result: { kind: 'stopped' } });
  const third = window.follow('runDialogue', never);
  await third.until(({ kind }) => kind === 'step');
  await session.stop();
  await third.ended;
  expect(third.events.at(-1)).toMatchObject({ kind: 'ended' });
});

test('a wait that is over says at which step', async () => {
  const { port } = await listenOnLoopback(mail);
  const window = new ConsoleWindow({ kind: 'open', store: openForTest() });
  const session = await window.dial(port);
  await session.untilReceived('220');
  const run = window.follow('runDialogue', requestOf(session, 'wait for 220\nwait for 999 within 50 ms'));
  await run.ended;
  expect(run.events.at(-1)).toEqual({ kind: 'ended', result: { kind: 'timed_out', stepIndex: 1 } });
});
