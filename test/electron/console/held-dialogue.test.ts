import { expect, test } from 'vitest';

import { HeldDialogue } from '../../../electron/console/held-dialogue.ts';
import { readDialogue } from '../../../shared/console/read-dialogue.ts';
import { openSession } from '../../../electron/console/open-session.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

async function hold(port: number, list: string): Promise<{ readonly result: unknown; readonly steps: readonly number[] }> {
  const reading = readDialogue(list);
  if (reading.kind !== 'read') throw new Error(reading.line);
  const steps: number[] = [];
  return new Promise((resolve) => {
    let held: HeldDialogue | null = null;
    const session = openSession(fillSessionRequest({ target: { host: '127.0.0.1', port, transport: 'tcp' } }), (event) => {
      if (event.kind === 'connected') {
        held = new HeldDialogue(
          {
            session,
            steps: reading.steps,
            sending: { encoding: 'utf-8', lineEnding: 'crlf' },
            onStep: (index) => steps.push(index),
            onEnd: (result) => {
              session.reset();
              resolve({ result, steps });
            },
          },
          new Uint8Array(0),
        );
      } else held?.hear(event);
    });
  });
}

/** Answers every line it knows, one byte at a time. */
async function serve(greeting: string, answers: Readonly<Record<string, string>>): Promise<number> {
  const { port } = await listenOnLoopback((socket) => {
    socket.write(greeting);
    socket.on('data', (bytes) => {
      const answer = answers[bytes.toString().trim()];
      if (answer === undefined) socket.end('500 what?\r\n');
      else for (const character of answer) socket.write(character);
      if (bytes.toString() === 'QUIT\r\n') socket.end();
    });
  });
  return port;
}

test('a list is held to its end, each line sent once the words before it came', async () => {
  const port = await serve('220 mail\r\n', { 'EHLO sonde': '250-mail\r\n250 SIZE\r\n', QUIT: '221 bye\r\n' });
  const held = await hold(port, 'wait for 220\nsend EHLO sonde\nwait for 250 *\nsend QUIT\nwait for 221\nwait for close');
  expect(held).toEqual({ result: { kind: 'done' }, steps: expect.arrayContaining([0, 2, 4]) as number[] });
});

test('words that do not come in time end it at their step', async () => {
  const port = await serve('220 mail\r\n', {});
  expect(await hold(port, 'wait for 220\nwait for 221 within 200 ms')).toMatchObject({ result: { kind: 'timed_out', stepIndex: 1 } });
});

test('a peer that closes ends it at the step that needed it', async () => {
  const port = await serve('220 mail\r\n', {});
  expect(await hold(port, 'wait for 220\nsend HELO\nwait for 250')).toMatchObject({ result: { kind: 'closed', stepIndex: 2 } });
});

test('a line that cannot be sent ends it before anything of it is sent', async () => {
  const port = await serve('220 mail\r\n', {});
  expect(await hold(port, 'wait for 220\nsend \\q')).toMatchObject({ result: { kind: 'unsendable', stepIndex: 1 } });
});
