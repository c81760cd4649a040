import type { SessionRequest } from '../../../shared/console/session-request.ts';
import type { Keeping } from '../../console/transcript-keeper.ts';
import type { TranscriptBeginning } from '../../../shared/console/transcript-append.ts';
import type { Surroundings } from '../surroundings.ts';

/** Keeps the sessions of a command in the history. */
export interface SessionKeeper {
  readonly keep: (session: Pick<TranscriptBeginning, 'target' | 'side' | 'request'>) => Pick<Keeping, 'add' | 'end'>;
  readonly close: () => void;
}

/** How sessions are to be kept. */
export interface SessionKeepingWish {
  readonly isSaved: boolean;
  /** What is sent is kept too, whatever the habit of its service. */
  readonly isSentKept: boolean;
  /** Null is the app's own folder. */
  readonly dataFolder: string | null;
  readonly service: SessionRequest['service'];
}

const keepsNothing: SessionKeeper = { keep: () => ({ add: () => undefined, end: () => Promise.resolve() }), close: () => undefined };

/** Opens the history, unless nothing is to be kept; what cannot be kept is said once. Loads SQLite only when it is needed. */
export async function startSessionKeeping(
  { isSaved, dataFolder, ...wish }: SessionKeepingWish,
  { screen, words, dataFolder: usual }: Surroundings,
): Promise<SessionKeeper> {
  if (!isSaved) return keepsNothing;
  const { openSessionKeeper } = await import('./open-session-keeper.ts');
  const keeper = openSessionKeeper({ ...wish, folder: dataFolder ?? usual }, (problem) => {
    screen.message([[`sonde: ${words.terminal.notSaved(words.storeProblems[problem.kind](problem))}`]]);
  });
  return keeper ?? keepsNothing;
}
