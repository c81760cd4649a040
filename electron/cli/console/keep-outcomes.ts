import type { SessionEvent } from '../../../shared/console/session-event.ts';
import type { SessionKeeper } from './start-session-keeping.ts';

/** Enough for everything that happens beside the data, but for a peer that means harm. */
const EVENTS_KEPT = 200;

/**
 * Keeps of a session what became of it and nothing of what was said: what passes from one program to another is theirs.
 *
 * The history is opened when the session is over, so that a pipe is as quick as without it; what kills Sonde before that leaves nothing.
 */
export function keepOutcomes(open: () => Promise<SessionKeeper>): SessionKeeper {
  return {
    keep: (session) => {
      const startedAtMs = Date.now();
      const events: SessionEvent[] = [];
      let receivedBytes = 0;
      let sentBytes = 0;
      return {
        add: (event) => {
          if (event.kind === 'received') receivedBytes += event.bytes.length;
          else if (event.kind === 'sent') sentBytes += event.bytes.length;
          // Telnet tells what a peer said, too.
          else if (event.kind === 'ended' || (event.kind !== 'telnet' && event.kind !== 'dropped' && events.length < EVENTS_KEPT))
            events.push(event);
        },
        end: async () => {
          const keeper = await open();
          const keeping = keeper.keep({ startedAtMs, ...session });
          for (const event of withAmounts(events, { receivedBytes, sentBytes })) keeping.add(event);
          await keeping.end();
          keeper.close();
        },
      };
    },
    close: () => undefined,
  };
}

/** What was said as how much it was, before the end. */
function withAmounts(
  events: readonly SessionEvent[],
  { receivedBytes, sentBytes }: { readonly receivedBytes: number; readonly sentBytes: number },
): readonly SessionEvent[] {
  const atMs = events.at(-1)?.atMs ?? Date.now();
  const sent: SessionEvent = { kind: 'file', atMs, name: 'stdin', sentBytes, sizeBytes: sentBytes, result: 'sent' };
  const received: SessionEvent = { kind: 'captured', atMs, name: 'stdout', sizeBytes: receivedBytes };
  const amounts = [...(sentBytes > 0 ? [sent] : []), ...(receivedBytes > 0 ? [received] : [])];
  return [...events.slice(0, -1), ...amounts, ...events.slice(-1)];
}
