import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';

import { Wire } from '../../../electron/console/wire.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

/** More than two sockets of loopback hold between them. */
const NEVER_FITS_BYTES = 60_000_000;

test('a peer that brings about answers and does not read them is not read either, until they have left', async () => {
  const { port, sockets } = await listenOnLoopback((peer) => peer.pause());
  const socket = connect({ port, host: '127.0.0.1' });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  let received = '';
  const ignore = (): void => undefined;
  const wire = new Wire({
    received: (bytes) => (received += Buffer.from(bytes).toString()),
    ...{ dropped: ignore, peerFinished: ignore, drained: ignore, ended: ignore },
  });
  wire.carry({ kind: 'stream', socket, secure: null });
  wire.setOpen(true);
  await expect.poll(() => sockets.length).toBe(1);
  sockets[0]!.write('first');
  await expect.poll(() => received).toBe('first');

  wire.answer(new Uint8Array(NEVER_FITS_BYTES));
  sockets[0]!.write(', next');
  await pause(300);
  expect(received).toBe('first');
  sockets[0]!.resume();
  await expect.poll(() => received).toBe('first, next');
});
