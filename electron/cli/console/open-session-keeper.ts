import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { TranscriptKeeper } from '../../console/transcript-keeper.ts';
import { openStore } from '../../store/open.ts';
import { closeStore } from '../../store/store.ts';
import { readSentKept } from '../../store/transcripts/sent-kept.ts';
import { appendTranscripts, beginTranscript } from '../../store/transcripts/transcripts.ts';
import type { SessionKeeper, SessionKeepingWish } from './start-session-keeping.ts';

/** Where sessions are kept, and how. */
export interface SessionKeepingPlace extends Pick<SessionKeepingWish, 'isSentKept' | 'service'> {
  readonly folder: string;
}

/**
 * Opens the history in a folder; null where it cannot be opened. What cannot be opened or written is told once, to `onProblem`.
 * Never throws for reasons of the disk or the file.
 */
export function openSessionKeeper(
  { folder, isSentKept, service }: SessionKeepingPlace,
  onProblem: (problem: StoreProblem) => void,
): SessionKeeper | null {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') {
    onProblem(opening.problem);
    return null;
  }
  const { store } = opening;
  const habit = readSentKept(store, service);
  const keeper = new TranscriptKeeper({
    begin: (beginning) => beginTranscript(store, beginning),
    append: (appends) => appendTranscripts(store, appends),
  });
  let isTold = false;
  return {
    keep: (session) =>
      keeper.keep({
        beginning: { startedAtMs: Date.now(), ...session, isSentKept: isSentKept || (habit.kind === 'read' && habit.value) },
        onKept: ({ problem }) => {
          if (problem !== null && !isTold) onProblem(problem);
          isTold ||= problem !== null;
        },
      }),
    close: () => closeStore(store),
  };
}
