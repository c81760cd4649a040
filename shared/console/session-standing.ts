import type { TlsEvidence } from '../check/evidence.ts';
import type { SessionEnd } from './session-end.ts';
import type { SessionEvent } from './session-event.ts';

/** How a session stands now. */
export interface SessionStanding {
  /** "held": TLS is agreed, but nothing is sent until the problems of the certificate are accepted. */
  readonly state: 'connecting' | 'held' | 'open' | 'ended';
  /** When that began (Unix epoch). */
  readonly sinceMs: number;
  readonly connection: number;
  /** TLS is still to come: a connection alone is not open yet. */
  readonly awaitsTls: boolean;
  readonly local: { readonly host: string; readonly port: number } | null;
  readonly tls: TlsEvidence | null;
  /** Who said that no more will be sent (FIN). */
  readonly finished: { readonly you: boolean; readonly peer: boolean };
  readonly end: SessionEnd | null;
}

/** A session that was just asked for. */
export function newStanding(awaitsTls: boolean, atMs: number): SessionStanding {
  return {
    ...{ state: 'connecting', sinceMs: atMs, connection: 1, awaitsTls },
    ...{ local: null, tls: null, finished: { you: false, peer: false }, end: null },
  };
}

/** How it stands after an event. Pure. */
export function advanceStanding(before: SessionStanding, event: SessionEvent): SessionStanding {
  const { atMs } = event;
  switch (event.kind) {
    case 'opening':
      return { ...newStanding(before.awaitsTls, atMs), connection: event.connection };
    case 'connected': {
      const local = event.localAddress === null ? null : { host: event.localAddress, port: event.localPort ?? 0 };
      return before.awaitsTls ? { ...before, local } : { ...before, local, state: 'open', sinceMs: atMs };
    }
    case 'secured':
      return { ...before, tls: event.tls, state: event.isHeld ? 'held' : 'open', sinceMs: before.state === 'open' ? before.sinceMs : atMs };
    case 'accepted':
    case 'upgrade_failed':
      return before.state === 'ended' || before.state === 'open' ? before : { ...before, state: 'open', sinceMs: atMs };
    case 'finished':
      return { ...before, finished: { ...before.finished, [event.side]: true } };
    case 'ended':
      return { ...before, state: 'ended', sinceMs: atMs, end: event.end };
    default:
      return before;
  }
}
