import { app, net, session, type ClientRequest, type IncomingMessage, type Session } from 'electron';

import { FEED_LIMIT_BYTES } from '../../updates/feed-format.ts';
import type { FeedAnswer } from '../../updates/updates.ts';

/** A feed comes in one packet or two; whoever needs longer is not waited for. */
const FEED_TIMEOUT_MS = 15_000;

/**
 * Asks for the feed with one request; null when the signal aborted. Never rejects.
 *
 * Chromium's own client, so that the system's proxy and trust hold (offices have both), in a session of its own that keeps nothing: no
 * cookies, no cache. Of this computer it tells `Sonde/<version>`. A redirect is not followed: the feed has one address.
 */
export async function requestFeed(address: string, signal: AbortSignal): Promise<FeedAnswer> {
  const own = session.fromPartition('release-feed', { cache: false });
  const answer = await ask(prepare(address, own), AbortSignal.any([signal, AbortSignal.timeout(FEED_TIMEOUT_MS)]));
  // No line to the site stays open; on an old one Chromium would also ask a second time by itself.
  await own.closeAllConnections();
  return signal.aborted ? null : answer;
}

async function ask(request: ClientRequest, signal: AbortSignal): Promise<FeedAnswer> {
  return new Promise((resolve) => {
    const end = (answer: FeedAnswer): void => {
      resolve(answer);
      request.abort();
    };
    const endLate = (): void => end({ kind: 'unreachable', code: 'ERR_TIMED_OUT' });
    signal.addEventListener('abort', endLate, { once: true });
    request.on('redirect', () => end({ kind: 'refused', why: 'redirected' }));
    request.on('response', (response) => take(response, end));
    // Electron gives Chromium's code in the message and nowhere else: "net::ERR_NAME_NOT_RESOLVED".
    request.on('error', ({ message }) => end({ kind: 'unreachable', code: /\bERR_\w+/u.exec(message)?.[0] ?? 'ERR_FAILED' }));
    if (signal.aborted) endLate();
    else request.end();
  });
}

function prepare(address: string, own: Session): ClientRequest {
  const request = net.request({
    url: address,
    session: own,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
  request.setHeader('User-Agent', `Sonde/${app.getVersion()}`);
  request.setHeader('Accept', 'application/json');
  // Chromium would tell the person's languages.
  request.setHeader('Accept-Language', '*');
  return request;
}

function take(response: IncomingMessage, end: (answer: FeedAnswer) => void): void {
  if (response.statusCode !== 200) return end({ kind: 'unreachable', code: `HTTP ${response.statusCode}` });
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  response.on('data', (part) => {
    sizeBytes += part.length;
    parts.push(part);
    if (sizeBytes > FEED_LIMIT_BYTES) end({ kind: 'refused', why: 'too_large' });
  });
  response.on('end', () => end({ kind: 'answered', bytes: Buffer.concat(parts) }));
  response.on('aborted', () => end({ kind: 'unreachable', code: 'ERR_CONNECTION_CLOSED' }));
  response.on('error', () => end({ kind: 'unreachable', code: 'ERR_CONNECTION_CLOSED' }));
}
