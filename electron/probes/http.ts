import { Agent, request as httpRequest, IncomingMessage, type ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

import type { HttpEvidence } from '../../shared/check/evidence.ts';
import { formatTarget } from '../../shared/check/target.ts';
import { makeVisible } from '../../shared/console/display.ts';
import { redactText } from '../../shared/console/redact.ts';
import { cancelledCause, classifyRequest, limitReached, type Cause } from './classify.ts';
import { startStopwatch } from './stopwatch.ts';
import { waitFor } from './wait-for.ts';

/** One question over HTTP/1.1 on a connection that is already open. */
export interface HttpRequest {
  readonly socket: Socket;
  /** Opens the same connection once more, for a server that closed it after HEAD; null when it cannot. */
  readonly reopen: () => Promise<Socket | null>;
  readonly host: string;
  readonly port: number;
  /** The port needs no mention in the Host header (RFC 9110 section 7.2). */
  readonly isDefaultPort: boolean;
  readonly path: string;
  readonly timeoutMs: number;
}

/** What the request brought. */
export interface HttpAnswered {
  readonly http: HttpEvidence | null;
  readonly cause: Cause | null;
}

/**
 * Asks for the head of one resource: HEAD, and GET where the server does not allow that (405, 501).
 *
 * A 5xx is the service saying no; every other status is an answer. Redirects are shown, not followed. Never rejects.
 */
export async function askHttp(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswered> {
  const agent = agentOver(request);
  try {
    const head = await ask({ ...request, agent, method: 'HEAD' }, signal);
    const refusesHead = head.http !== null && (head.http.status === 405 || head.http.status === 501);
    return refusesHead ? await ask({ ...request, agent, method: 'GET' }, signal) : head;
  } finally {
    agent.destroy();
  }
}

/** An agent whose first connection is the one we have, and whose next is made the same way. */
function agentOver({ socket, reopen }: HttpRequest): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let first: Socket | null = socket;
  agent.createConnection = (_options, callback) => {
    if (first !== null && !first.destroyed) {
      const ready = first;
      first = null;
      return ready;
    }
    void reopen().then((next) => (next === null ? callback?.(new Error('The connection was closed.'), socket) : callback?.(null, next)));
    return undefined;
  };
  return agent;
}

interface Ask extends HttpRequest {
  readonly agent: Agent;
  readonly method: 'HEAD' | 'GET';
}

async function ask(asking: Ask, signal: AbortSignal): Promise<HttpAnswered> {
  const { method, path, timeoutMs } = asking;
  const elapsedMs = startStopwatch();
  const request = startRequest(asking);
  request.on('error', () => undefined);
  // Listening for a greeting left the socket paused; HTTP's own listener does not undo that.
  request.once('socket', (socket) => socket.resume());
  const ended = await waitFor<IncomingMessage | Cause>(
    {
      limitMs: timeoutMs,
      atLimit: () => limitReached('no_reply'),
      atCancel: () => cancelledCause,
      begin: (finish) => {
        const failed = (error: Error): void => finish(nameEnd(error));
        request.once('response', finish).once('upgrade', finish).once('error', failed);
        request.on(
          'information',
          countDown(INTERIM_LIMIT, () => finish(interimFlood)),
        );
        request.end();
        return () => request.off('response', finish).off('upgrade', finish).off('error', failed);
      },
    },
    signal,
  );
  if (!(ended instanceof IncomingMessage)) {
    request.destroy();
    return { http: null, cause: ended };
  }
  // The head is all that was asked for; reading a GET's body to its end would be a download.
  if (method === 'GET') request.destroy();
  else ended.resume();
  const http = describe(ended, { method, path, durationMs: elapsedMs() });
  return { http, cause: http.status >= 500 ? { code: 'http_server_error', systemCode: String(http.status), detail: http.reason } : null };
}

/** So many interim replies (RFC 9110 section 15.2) are no preface any more. */
const INTERIM_LIMIT = 10;

const interimFlood: Cause = {
  code: 'reply_unreadable',
  systemCode: null,
  detail: `More than ${INTERIM_LIMIT} interim replies and no final one.`,
};

function countDown(count: number, reach: () => void): () => void {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) reach();
  };
}

function startRequest({ agent, method, host, port, isDefaultPort, path }: Ask): ClientRequest {
  // A scope means something on this computer only (RFC 6874 section 1).
  const unscoped = host.replace(/%.*$/u, '');
  const bracketed = unscoped.includes(':') ? `[${unscoped}]` : unscoped;
  return httpRequest({
    agent,
    method,
    path,
    setHost: false,
    headers: { Host: isDefaultPort ? bracketed : formatTarget({ host: unscoped, port }), 'User-Agent': 'Sonde', Accept: '*/*' },
  });
}

/** Node calls a close before the reply ECONNRESET too; only a real reset has a system call behind it. */
function nameEnd(error: Error): Cause {
  const cause = classifyRequest(error);
  return cause.code === 'connection_reset' && !('syscall' in error) ? { code: 'connection_closed', systemCode: null, detail: null } : cause;
}

function describe(
  response: IncomingMessage,
  { method, path, durationMs }: Pick<HttpEvidence, 'method' | 'path' | 'durationMs'>,
): HttpEvidence {
  return {
    method,
    path: redactText(path).text,
    status: response.statusCode ?? 0,
    reason: visible(response.statusMessage ?? ''),
    server: visibleOrNull(response.headers.server),
    location: visibleOrNull(response.headers.location),
    durationMs,
  };
}

function visibleOrNull(header: string | string[] | undefined): string | null {
  return header === undefined ? null : visible([header].flat().join(', '));
}

/** Header values are hostile text: visible, no longer than a person reads, and without the credentials of the URL that they often repeat. */
function visible(text: string): string {
  return redactText(makeVisible(text.slice(0, 2_048))).text;
}
