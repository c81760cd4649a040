import { onTestFinished } from 'vitest';

import { openSession } from '../../electron/console/open-session.ts';
import type { Session, SessionListener } from '../../electron/console/session.ts';
import type { SessionEvent, SessionEventOf } from '../../shared/console/session-event.ts';
import { fillSessionRequest, type ChosenSession } from '../../shared/console/session-request.ts';

/** A session whose every event is kept. */
export interface RecordedSession {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
  /** Resolves with the first event of this kind, also one that was already; rejects after 8 seconds. */
  readonly until: <Kind extends SessionEvent['kind']>(kind: Kind, count?: number) => Promise<SessionEventOf<Kind>>;
  /** Resolves once this much was received. */
  readonly untilReceived: (text: string) => Promise<void>;
  /** Everything received so far, as Latin-1. */
  readonly received: () => string;
  readonly kinds: () => readonly string[];
}

/** Opens a session to a port of loopback; closed when the test ends. */
export function recordSession(
  port: number,
  chosen: Omit<ChosenSession, 'target'> & Partial<Pick<ChosenSession, 'target'>> = {},
): RecordedSession {
  const request = fillSessionRequest({ target: { host: '127.0.0.1', port, transport: 'tcp' }, ...chosen });
  return record((listener) => openSession(request, listener));
}

/** The same for a session that is opened otherwise. */
export function record(open: (listener: SessionListener) => Session): RecordedSession {
  const events: SessionEvent[] = [];
  const looks = new Set<() => void>();
  const session = open((event) => {
    events.push(event);
    for (const look of looks) look();
  });
  onTestFinished(() => session.reset());
  const untilTrue = (isTrue: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        looks.delete(look);
        reject(new Error(`${what} did not come; heard ${JSON.stringify(events.map(({ kind }) => kind))}`));
      }, 8_000);
      const look = (): void => {
        if (!isTrue()) return;
        clearTimeout(timer);
        looks.delete(look);
        resolve();
      };
      looks.add(look);
      look();
    });
  const received = (): string =>
    events.map((event) => (event.kind === 'received' ? Buffer.from(event.bytes).toString('latin1') : '')).join('');
  return {
    session,
    events,
    received,
    kinds: () => events.map(({ kind }) => kind),
    untilReceived: (text) => untilTrue(() => received().includes(text), JSON.stringify(text)),
    until: async (kind, count = 1) => {
      const all = (): SessionEvent[] => events.filter((event) => event.kind === kind);
      await untilTrue(() => all().length >= count, kind);
      return all()[count - 1] as SessionEventOf<typeof kind>;
    },
  };
}
