import { describe, expect, test } from 'vitest';

import type { TlsEvidence } from '../../../shared/check/evidence.ts';
import { endOutcome } from '../../../shared/console/end-outcome.ts';
import type { SessionEnd } from '../../../shared/console/session-end.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { advanceStanding, newStanding } from '../../../shared/console/session-standing.ts';

const connected: SessionEvent = {
  kind: 'connected',
  atMs: 20,
  address: '::1',
  family: 6,
  port: 25,
  localAddress: '::1',
  localPort: 4,
  durationMs: 1,
};
const tls: TlsEvidence = { version: 'TLSv1.3', cipher: 'x', alpn: null, serverName: null, problems: ['tls_expired'], chain: [] };
const end: SessionEnd = { reason: { kind: 'closed', by: 'peer' }, durationMs: 5, receivedBytes: 1, sentBytes: 0 };

const after = (awaitsTls: boolean, ...events: readonly SessionEvent[]) => events.reduce(advanceStanding, newStanding(awaitsTls, 10));

describe('how a session stands', () => {
  test('a plain one is open once connected', () => {
    expect(after(false)).toMatchObject({ state: 'connecting', sinceMs: 10 });
    expect(after(false, connected)).toMatchObject({ state: 'open', sinceMs: 20, local: { host: '::1', port: 4 } });
  });

  test('one in TLS is open only once TLS is agreed, and held while its problems are not accepted', () => {
    expect(after(true, connected).state).toBe('connecting');
    const held = after(true, connected, { kind: 'secured', atMs: 30, tls, durationMs: 1, isHeld: true });
    expect(held).toMatchObject({ state: 'held', tls });
    expect(advanceStanding(held, { kind: 'accepted', atMs: 40 })).toMatchObject({ state: 'open', sinceMs: 40 });
  });

  test('one that could not be upgraded goes on in plain text', () => {
    expect(after(true, connected, { kind: 'upgrade_failed', atMs: 30, problem: 'refused' }).state).toBe('open');
  });

  test('it remembers who will send no more, how it ended, and begins anew with another connection', () => {
    const ended = after(false, connected, { kind: 'finished', atMs: 30, side: 'you' }, { kind: 'ended', atMs: 40, end });
    expect(ended).toMatchObject({ state: 'ended', finished: { you: true, peer: false }, end });
    expect(advanceStanding(ended, { kind: 'opening', atMs: 50, connection: 2 })).toMatchObject({
      ...{ state: 'connecting', connection: 2, end: null, finished: { you: false, peer: false } },
    });
  });
});

describe('the outcome of an end', () => {
  test.each<[SessionEnd, string | null]>([
    [end, 'closed_early'],
    [{ ...end, sentBytes: 6 }, null],
    [{ ...end, reason: { kind: 'closed', by: 'you' } }, null],
    [{ ...end, reason: { kind: 'reset', by: 'peer' }, sentBytes: 6 }, 'closed_early'],
    [{ ...end, reason: { kind: 'idle', limitMs: 1 } }, 'timed_out'],
    [
      {
        ...end,
        reason: { kind: 'not_connected', operation: 'connect', cause: { code: 'connection_refused', systemCode: null, detail: null } },
      },
      'refused',
    ],
  ])('%j is %s', (one, outcome) => {
    expect(endOutcome(one)).toBe(outcome);
  });
});
