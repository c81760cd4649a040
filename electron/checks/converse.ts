import type { Socket } from 'node:net';

import { greetingLimitMs, hearGreeting, type Greeted } from '../probes/greeting.ts';
import { leave } from '../probes/leave.ts';
import type { Findings, StageContext } from './findings.ts';
import { secure, wantsTls } from './secure.ts';
import type { StageEnd } from './stage-log.ts';

/** A connection to talk on. */
export interface Conversation extends StageContext {
  readonly socket: Socket;
  readonly address: string;
}

/** What talking to the service found; parts that were not reached are absent. */
export type Heard = Partial<Pick<Findings, 'service' | 'greeting' | 'tls' | 'http'>> & Pick<Findings, 'failure'>;

/** The stages on an open connection: handshake, greeting, request; then leaves it politely. No socket is left. */
export async function converse(conversation: Conversation, signal: AbortSignal): Promise<Heard> {
  if (!wantsTls(conversation)) return listenFirst(conversation, signal);
  const secured = await secure(conversation, signal);
  if (secured.kind === 'not_agreed') return { failure: secured.failure };
  const { tls, failure, socket } = secured;
  if (failure !== null) {
    // Not verified: nothing is said on it, not even a goodbye.
    await leave(socket, null, signal);
    return { tls, failure };
  }
  // A server that agreed to speak a protocol (ALPN) waits for the client: there is nothing to listen for.
  const speak = tls.alpn === null ? listenFirst : askFirst;
  return { tls, ...(await speak({ ...conversation, socket }, signal)) };
}

/** The greeting stage, and the request stage where nobody has spoken yet. */
async function listenFirst(conversation: Conversation, signal: AbortSignal): Promise<Heard> {
  const { socket } = conversation;
  const { greeting, failure, recognised } = await listen(conversation, signal);
  if (greeting === null && failure === null) return askFirst(conversation, signal);
  const isWelcome = failure === null && recognised !== null;
  await leave(socket, isWelcome ? recognised.service.quit : null, signal);
  if (recognised === null) return { greeting, failure };
  const { service, product } = recognised;
  return { greeting, failure, service: { id: service.id, name: service.name, knownBy: 'greeting', product } };
}

function listen({ socket, service, address, log, emit }: Conversation, signal: AbortSignal): Promise<Greeted & StageEnd> {
  const limitMs = log.limitMs(greetingLimitMs(service));
  return log.run({ stage: 'greeting', limitMs, address }, async () => {
    const greeted = await hearGreeting({ socket, service, limitMs }, signal);
    if (greeted.greeting !== null) emit({ kind: 'greeted', greeting: greeted.greeting });
    return greeted;
  });
}

/** The request stage, where the expected service can be asked something harmless. */
async function askFirst(conversation: Conversation, signal: AbortSignal): Promise<Heard> {
  const { socket, service } = conversation;
  if (service === null || !(service.speaksHttp || service.probe.tcp !== null)) {
    await leave(socket, null, signal);
    return { failure: null };
  }
  const { ask } = await import('./ask.ts');
  const asked = await ask({ ...conversation, service }, signal);
  await leave(socket, asked.failure === null ? service.quit : null, signal);
  return asked;
}
