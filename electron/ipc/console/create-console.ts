import type { Words } from '../../../shared/text/words.ts';
import { TranscriptKeeper } from '../../console/transcript-keeper.ts';
import type { Sleep } from '../../checks/sleep.ts';
import type { StoreOpening } from '../../store/store.ts';
import type { FileDialogs } from '../files.ts';
import type { Handlers } from '../handlers.ts';
import { createConsoleFileStreams } from './console-file-streams.ts';
import { createConsoleHandlers, type ConsoleHandlers } from './console-handlers.ts';
import { ConsoleSessions } from './console-sessions.ts';
import { createListenConsole } from './listen-console-stream.ts';
import { createMemoryHandlers, type MemoryHandlers } from './memory-handlers.ts';
import { createOpenConsole } from './open-console-stream.ts';
import { createRunDialogue } from './run-dialogue-stream.ts';
import { createTranscriptBook } from './transcript-book.ts';
import { createTranscriptHandlers, type TranscriptHandlers } from './transcript-handlers.ts';

/** What the console needs. */
export interface ConsoleParts {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
  readonly words: Words;
  readonly sleep: Sleep;
}

/** Everything the window asks of the console. */
export type AllConsoleHandlers = ConsoleHandlers &
  TranscriptHandlers &
  MemoryHandlers &
  Pick<Handlers, 'openConsole' | 'listenConsole' | 'runDialogue' | 'sendConsoleFile' | 'captureConsole'>;

/** Makes the handlers of the console: live sessions, kept ones, and what is remembered of services. */
export function createConsole({ history, dialogs, words, sleep }: ConsoleParts): AllConsoleHandlers {
  const sessions = new ConsoleSessions();
  const keeper = new TranscriptKeeper(createTranscriptBook(history));
  return {
    openConsole: createOpenConsole({ history, sessions, keeper, sleep }),
    listenConsole: createListenConsole(sessions),
    ...createConsoleHandlers({ history, sessions }),
    runDialogue: createRunDialogue(sessions),
    ...createConsoleFileStreams({ sessions, dialogs }),
    ...createTranscriptHandlers({ history, dialogs, words }),
    ...createMemoryHandlers(history),
  };
}
