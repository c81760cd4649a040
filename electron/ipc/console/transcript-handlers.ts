import type { Words } from '../../../shared/text/words.ts';
import type { ResponseOf } from '../../../shared/ipc/types.ts';
import { listTranscripts } from '../../store/transcripts/list-transcripts.ts';
import { findTranscript, readTranscript } from '../../store/transcripts/read-transcript.ts';
import { removeTranscripts, restoreTranscripts } from '../../store/transcripts/remove-transcripts.ts';
import type { StoreOpening } from '../../store/store.ts';
import { exportTranscript, type TranscriptExported, type TranscriptForm } from '../../transfer/export-transcript.ts';
import { suggestName } from '../../transfer/suggest-name.ts';
import type { FileDialogs } from '../files.ts';
import type { CallHandler, Handlers } from '../handlers.ts';
import { readFrom, writeTo } from '../with-store.ts';

/** What kept sessions need. */
export interface KeptTranscripts {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
  readonly words: Words;
}

/** The handlers of kept sessions. */
export type TranscriptHandlers = Pick<
  Handlers,
  'listTranscripts' | 'findTranscript' | 'readTranscript' | 'removeTranscripts' | 'restoreTranscripts' | 'exportTranscript'
>;

/** Makes the handlers of kept sessions, in a history that opened or did not. */
export function createTranscriptHandlers(kept: KeptTranscripts): TranscriptHandlers {
  const { history } = kept;
  return {
    listTranscripts: (request) => readFrom(history, (store) => listTranscripts(store, request)),
    findTranscript: ({ transcriptId }) => readFrom(history, (store) => findTranscript(store, transcriptId)),
    readTranscript: (request) => readFrom(history, (store) => readTranscript(store, request)),
    removeTranscripts: ({ transcriptIds }) => writeTo(history, (store) => removeTranscripts(store, { transcriptIds, nowMs: Date.now() })),
    restoreTranscripts: ({ transcriptIds }) => writeTo(history, (store) => restoreTranscripts(store, transcriptIds)),
    exportTranscript: createExportTranscript(kept),
  };
}

const endings = { text: 'txt', json_lines: 'jsonl', received_bytes: 'bin', sent_bytes: 'bin' } as const satisfies Record<
  TranscriptForm,
  string
>;

function createExportTranscript({ history, dialogs, words }: KeptTranscripts): CallHandler<'exportTranscript'> {
  return async ({ transcriptId, form, encoding }) => {
    if (history.kind === 'unusable') return { kind: 'unreadable', problem: history.problem };
    const { store } = history;
    const found = findTranscript(store, transcriptId);
    if (found.kind === 'unreadable') return found;
    if (found.value === null) return { kind: 'gone' };
    const { summary } = found.value;
    const ending = endings[form];
    const suggestedName = suggestName({ host: summary.host, nowMs: summary.startedAtMs, ending });
    const path = await dialogs.askWhereToSave({ suggestedName, ending });
    if (path === null) return { kind: 'dismissed' };
    return answerOf(await exportTranscript(store, { summary, form, encoding, path, words }, new AbortController().signal), path);
  };
}

function answerOf(end: TranscriptExported, path: string): ResponseOf<'exportTranscript'> {
  switch (end.kind) {
    case 'written':
      return { ...end, path };
    case 'not_written':
      return { kind: 'file_not_written', problem: end.problem };
    case 'unreadable':
      return end;
    case 'exists':
    case 'stopped':
      throw new Error(`Nobody asked for that: ${end.kind}.`);
  }
}
