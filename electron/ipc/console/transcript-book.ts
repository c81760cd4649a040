import type { TranscriptBook } from '../../console/transcript-keeper.ts';
import type { StoreOpening } from '../../store/store.ts';
import { appendTranscripts, beginTranscript } from '../../store/transcripts/transcripts.ts';

/** Writes transcripts into a history that opened, or says why it did not. */
export function createTranscriptBook(history: StoreOpening): TranscriptBook {
  return {
    begin: (beginning) =>
      history.kind === 'open' ? beginTranscript(history.store, beginning) : { kind: 'not_written', problem: history.problem },
    append: (appends) =>
      history.kind === 'open' ? appendTranscripts(history.store, appends) : { kind: 'not_written', problem: history.problem },
  };
}
