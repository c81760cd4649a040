import type { StoreOpening } from '../../store/store.ts';
import { keepTypedLine } from '../../store/transcripts/typed-lines.ts';
import type { LiveConsole } from '../../console/live-console.ts';
import type { Handlers } from '../handlers.ts';
import { writeTo } from '../with-store.ts';
import type { ConsoleSessions } from './console-sessions.ts';

/** The handlers that act in a live session. */
export type ConsoleHandlers = Pick<Handlers, 'acknowledgeConsole' | 'writeConsole' | 'actOnConsole'>;

/** Makes the handlers that act in a live session. A session that is not live is an answer, never a fault. */
export function createConsoleHandlers({
  history,
  sessions,
}: {
  readonly history: StoreOpening;
  readonly sessions: ConsoleSessions;
}): ConsoleHandlers {
  return {
    acknowledgeConsole: ({ sessionId, sizeBytes }) => {
      sessions.find(sessionId)?.acknowledge(sizeBytes);
      return null;
    },
    writeConsole: ({ sessionId, bytes, isSecret, line }) => {
      const live = sessions.find(sessionId);
      if (live === null) return { kind: 'no_session' };
      // Asked before it is sent: what the peer said last decides whether it is a secret.
      const isKept = line !== null && !isSecret && mayKeep(live, line);
      const kind = live.write(bytes, isSecret);
      if (kind === 'sent' && isKept) {
        void writeTo(history, (store) => keepTypedLine(store, { service: live.service, line, typedAtMs: Date.now() }));
      }
      return { kind };
    },
    actOnConsole: ({ sessionId, act }) => {
      const live = sessions.find(sessionId);
      if (live === null) return { kind: 'no_session' };
      return { kind: live.act(act) ? 'done' : 'not_now' };
    },
  };
}

function mayKeep({ keeping }: LiveConsole, line: string): boolean {
  return keeping.isSentKept() && !keeping.hides(line);
}
