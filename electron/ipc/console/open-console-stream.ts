import type { Target } from '../../../shared/check/target.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import type { SessionRequest } from '../../../shared/console/session-request.ts';
import type { TranscriptSide } from '../../../shared/console/transcript-summary.ts';
import type { CheckedRequestOf, EventOf } from '../../../shared/ipc/types.ts';
import { createEventQueue, type EventQueue } from '../../checks/event-queue.ts';
import type { Sleep } from '../../checks/sleep.ts';
import { letGo } from '../../console/let-go.ts';
import { LiveConsole } from '../../console/live-console.ts';
import { openSession } from '../../console/open-session.ts';
import type { Session, SessionListener } from '../../console/session.ts';
import type { TranscriptKeeper } from '../../console/transcript-keeper.ts';
import { readSentKept } from '../../store/transcripts/sent-kept.ts';
import type { StoreOpening } from '../../store/store.ts';
import type { StreamHandler } from '../handlers.ts';
import type { ConsoleSessions } from './console-sessions.ts';

/** What opening sessions needs. */
export interface OpeningConsoles {
  readonly history: StoreOpening;
  readonly sessions: ConsoleSessions;
  readonly keeper: TranscriptKeeper;
  readonly sleep: Sleep;
}

type Event = EventOf<'openConsole'>;

/**
 * Holds a session for the window. The session goes on, over reconnects, until the window leaves; then it is closed and written down to its
 * end. No connection survives the computer's sleep for sure: before it, each is closed, and says why.
 */
export function createOpenConsole({ history, sessions, keeper, sleep }: OpeningConsoles): StreamHandler<'openConsole'> {
  return async function* openConsole(source, signal) {
    const place = placeOf(source, sessions);
    if (place === null) return yield { kind: 'no_peer' };
    const { target, side, request } = place;
    const { service } = request;
    const isSentKept = source.isSentKept ?? isHabit(history, service);
    const queue = createEventQueue<Event>();
    const sessionId = sessions.nextId();
    queue.push({ kind: 'opened', sessionId, isSentKept });
    const keeping = keeper.keep({
      beginning: { target, side, request, isSentKept, startedAtMs: Date.now() },
      onKept: (kept) => queue.push({ kind: 'kept', ...kept }),
      onLeftOut: letGo,
    });
    const live = new LiveConsole({
      open: place.open,
      target,
      service,
      keeping,
      deliver: (batch) => queue.push({ kind: 'events', ...batch, events: [...batch.events] }),
    });
    sessions.add(sessionId, live);
    const wake = sleep.hear(() => live.session.suspend());
    try {
      for await (const event of untilAborted(queue, signal)) {
        yield event;
        if (event.kind === 'events') letGoOf(event.events);
      }
    } finally {
      wake();
      sessions.remove(sessionId);
      await live.end();
    }
  };
}

/** What was passed on lies in memory that nobody else knows (event-batches.ts). */
function letGoOf(events: readonly SessionEvent[]): void {
  for (const event of events) if (event.kind === 'received') letGo(event.bytes);
}

interface ConsolePlace {
  readonly target: Target;
  readonly side: TranscriptSide;
  readonly request: SessionRequest;
  readonly open: (listener: SessionListener) => Session;
}

function placeOf(source: CheckedRequestOf<'openConsole'>, sessions: ConsoleSessions): ConsolePlace | null {
  if (source.kind === 'target') {
    const { session } = source;
    return { target: session.target, side: 'dialled', request: session, open: (listener) => openSession(session, listener) };
  }
  const waiting = sessions.takePeer(source.peerId);
  if (waiting === null) return null;
  const { request, peer } = waiting;
  return { target: request.target, side: 'accepted', request, open: peer.open };
}

function isHabit(history: StoreOpening, service: string | null): boolean {
  const kept = history.kind === 'open' ? readSentKept(history.store, service) : null;
  return kept?.kind === 'read' && kept.value;
}

/** What a queue has, until there is no more or the signal aborts. */
export async function* untilAborted<T>(queue: EventQueue<T>, signal: AbortSignal): AsyncGenerator<T, void> {
  const close = (): void => queue.close();
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  try {
    yield* queue.read();
  } finally {
    signal.removeEventListener('abort', close);
  }
}
