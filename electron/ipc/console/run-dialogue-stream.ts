import type { EventOf } from '../../../shared/ipc/types.ts';
import { createEventQueue } from '../../checks/event-queue.ts';
import { HeldDialogue } from '../../console/held-dialogue.ts';
import type { StreamHandler } from '../handlers.ts';
import type { ConsoleSessions } from './console-sessions.ts';

/** Runs an expect-and-send list in a session, until it ends, the window stops it, or leaves the session. */
export function createRunDialogue(sessions: ConsoleSessions): StreamHandler<'runDialogue'> {
  return async function* runDialogue({ sessionId, steps, encoding, lineEnding }, signal) {
    const live = sessions.find(sessionId);
    if (live === null) return yield { kind: 'no_session' };
    if (live.isInDialogue) return yield { kind: 'busy' };
    const queue = createEventQueue<EventOf<'runDialogue'>>();
    let awaited: number | null = null;
    const dialogue = new HeldDialogue(
      {
        session: live.session,
        steps,
        sending: { encoding, lineEnding },
        onStep: (stepIndex) => {
          // Told again with everything that is heard while it is awaited.
          if (stepIndex !== awaited) queue.push({ kind: 'step', stepIndex });
          awaited = stepIndex;
        },
        onEnd: (result) => {
          queue.push({ kind: 'ended', result });
          queue.close();
        },
      },
      live.unanswered,
    );
    live.hearWith(dialogue);
    const stop = (): void => dialogue.stop();
    const left = AbortSignal.any([signal, live.signal]);
    if (left.aborted) stop();
    left.addEventListener('abort', stop, { once: true });
    try {
      yield* queue.read();
    } finally {
      stop();
      left.removeEventListener('abort', stop);
      live.hearWith(null);
    }
  };
}
