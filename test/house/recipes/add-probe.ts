import type { Recipe } from './recipe.ts';

/** A probe that sees whether a connection that was welcomed stays open for a moment. */
export const addProbe: Recipe = {
  title: 'Add a probe',
  added: {
    'electron/probes/stays-open.ts': `import type { Socket } from 'node:net';

import { cancelledCause, classifyOpen, type Cause } from './classify.ts';
import { receive } from './receive.ts';

/** Whether a peer leaves a connection open for a moment, in milliseconds: null when it does. Never rejects, sends nothing and leaves the socket open. */
export async function staysOpen({ socket, limitMs }: { readonly socket: Socket; readonly limitMs: number }, signal: AbortSignal): Promise<Cause | null> {
  const { stopped, error } = await receive({ socket, limitMs, isEnough: () => false }, signal);
  if (stopped === 'cancelled') return cancelledCause;
  if (stopped === 'broken') return classifyOpen(error);
  return stopped === 'closed' ? { code: 'connection_closed', systemCode: null, detail: null } : null;
}
`,
    'test/electron/probes/stays-open.test.ts': `import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { staysOpen } from '../../../electron/probes/stays-open.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

async function dial(serve: (socket: Socket) => void): Promise<Socket> {
  const socket = connect((await listenOnLoopback(serve)).port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

test('a peer that closes did not stay', async () => {
  const socket = await dial((peer) => peer.end());
  expect(await staysOpen({ socket, limitMs: 5_000 }, new AbortController().signal)).toMatchObject({ code: 'connection_closed' });
});

test('a peer that is silent stayed', async () => {
  const socket = await dial(() => undefined);
  expect(await staysOpen({ socket, limitMs: 30 }, new AbortController().signal)).toBeNull();
});
`,
  },
  changed: [
    {
      path: 'electron/checks/converse.ts',
      after: "import { leave } from '../probes/leave.ts';",
      put: "\nimport { staysOpen } from '../probes/stays-open.ts';",
    },
    {
      path: 'electron/checks/converse.ts',
      after: '    const greeted = await hearGreeting({ socket, service, limitMs }, signal);',
      put: '\n    if (greeted.cause === null) return { ...greeted, cause: await staysOpen({ socket, limitMs: 1 }, signal) };',
    },
  ],
  proofs: ['test/electron/probes/stays-open.test.ts'],
};
