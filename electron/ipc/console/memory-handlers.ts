import { findCredential } from '../../../shared/console/find-credential.ts';
import { listDialogues, removeDialogue, renameDialogue, saveDialogue } from '../../store/transcripts/dialogues.ts';
import { readSentKept, writeSentKept } from '../../store/transcripts/sent-kept.ts';
import type { StoreOpening } from '../../store/store.ts';
import { forgetTypedLines, listTypedLines } from '../../store/transcripts/typed-lines.ts';
import type { Handlers } from '../handlers.ts';
import { deleteFrom, readFrom, writeTo } from '../with-store.ts';

/** The handlers of what the console remembers of services. */
export type MemoryHandlers = Pick<
  Handlers,
  | 'listDialogues'
  | 'saveDialogue'
  | 'renameDialogue'
  | 'removeDialogue'
  | 'listTypedLines'
  | 'forgetTypedLines'
  | 'readConsoleHabits'
  | 'writeConsoleHabits'
>;

/** Makes the handlers of what the console remembers of services, in a history that opened or did not. */
export function createMemoryHandlers(history: StoreOpening): MemoryHandlers {
  return {
    listDialogues: ({ service }) => readFrom(history, (store) => listDialogues(store, service)),
    saveDialogue: (request) => {
      const stepIndex = findCredential(request.dialogue.steps);
      return stepIndex === null ? writeTo(history, (store) => saveDialogue(store, request)) : { kind: 'has_credential', stepIndex };
    },
    renameDialogue: (request) => writeTo(history, (store) => renameDialogue(store, request)),
    removeDialogue: ({ dialogueId }) => deleteFrom(history, (store) => removeDialogue(store, dialogueId)),
    listTypedLines: ({ service }) => readFrom(history, (store) => listTypedLines(store, service)),
    forgetTypedLines: ({ service }) => deleteFrom(history, (store) => forgetTypedLines(store, service)),
    readConsoleHabits: ({ service }) =>
      readFrom(history, (store) => {
        const kept = readSentKept(store, service);
        return kept.kind === 'read' ? { kind: 'read', value: { isSentKept: kept.value } } : kept;
      }),
    writeConsoleHabits: (request) => writeTo(history, (store) => writeSentKept(store, request)),
  };
}
