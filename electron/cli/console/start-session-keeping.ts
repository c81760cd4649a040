import type { SessionRequest } from '../../../shared/console/session-request.ts';
import type { Keeping } from '../../console/transcript-keeper.ts';
import type { TranscriptBeginning } from '../../../shared/console/transcript-append.ts';
import type { Surroundings } from '../surroundings.ts';

/** Keeps the sessions of a command in the history. */
export interface SessionKeeper {
  readonly keep: (session: SessionKept) => Pick<Keeping, 'add' | 'end'>;
  readonly close: () => void;
}

/** A session of a command; it begins now, unless a time is given. */
export type SessionKept = Pick<TranscriptBeginning, 'target' | 'side' | 'request'> & Partial<Pick<TranscriptBeginning, 'startedAtMs'>>;

/** How sessions are to be kept. */
export interface SessionKeepingWish {
  /** "outcome": how it went, and nothing of what was said. */
  readonly saved: 'all' | 'outcome' | 'nothing';
  /** What is sent is kept too, whatever the habit of its service. */
  readonly isSentKept: boolean;
  /** Null is the app's own folder. */
  readonly dataFolder: string | null;
  readonly service: SessionRequest['service'];
}

const keepsNothing: SessionKeeper = { keep: () => ({ add: () => undefined, end: () => Promise.resolve() }), close: () => undefined };

/** Opens the history, unless nothing is to be kept; what cannot be kept is said once. Loads SQLite only when it is needed. */
export async function startSessionKeeping(
  { saved, dataFolder, ...wish }: SessionKeepingWish,
  { screen, words, dataFolder: usual }: Pick<Surroundings, 'screen' | 'words' | 'dataFolder'>,
): Promise<SessionKeeper> {
  if (saved === 'nothing') return keepsNothing;
  if (saved === 'outcome') {
    const { keepOutcomes } = await import('./keep-outcomes.ts');
    return keepOutcomes(() => startSessionKeeping({ saved: 'all', dataFolder, ...wish }, { screen, words, dataFolder: usual }));
  }
  const { openSessionKeeper } = await import('./open-session-keeper.ts');
  const keeper = openSessionKeeper({ ...wish, folder: dataFolder ?? usual }, (problem) => {
    screen.message([[`sonde: ${words.terminal.notSaved(words.storeProblems[problem.kind](problem))}`]]);
  });
  return keeper ?? keepsNothing;
}
