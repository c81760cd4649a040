import { once } from 'node:events';

import type { EventOf } from '../../../shared/ipc/types.ts';
import { startCapture, type Capture, type CaptureEnd } from '../../console/capture.ts';
import type { LiveConsole } from '../../console/live-console.ts';
import { sendFile, type FileResult } from '../../console/send-file.ts';
import { fileProblem } from '../../transfer/file-problem.ts';
import { suggestName } from '../../transfer/suggest-name.ts';
import type { FileDialogs } from '../files.ts';
import type { Handlers } from '../handlers.ts';
import { withProgress } from '../with-progress.ts';
import type { ConsoleSessions } from './console-sessions.ts';

/** What files in sessions need. */
export interface ConsoleFiles {
  readonly sessions: ConsoleSessions;
  readonly dialogs: FileDialogs;
}

type CaptureEvent = EventOf<'captureConsole'>;
type CaptureProgress = Extract<CaptureEvent, { kind: 'progress' }>;
type SendProgress = Extract<EventOf<'sendConsoleFile'>, { kind: 'progress' }>;

/** Makes the handlers that send files and write what is received into files; the person names them in the system's dialog. */
export function createConsoleFileStreams({ sessions, dialogs }: ConsoleFiles): Pick<Handlers, 'sendConsoleFile' | 'captureConsole'> {
  return {
    async *sendConsoleFile({ sessionId }, signal) {
      const live = sessions.find(sessionId);
      if (live === null) return yield { kind: 'no_session' };
      yield { kind: 'choosing' };
      const stop = AbortSignal.any([signal, live.signal]);
      const path = await dialogs.askWhatToOpen([], stop);
      if (path === null) return yield { kind: 'dismissed' };
      const result = yield* withProgress<SendProgress, FileResult>((tell) =>
        sendFile({ session: live.session, path, onProgress: (progress) => tell({ kind: 'progress', ...progress }) }, stop),
      );
      yield { kind: 'ended', result };
    },
    async *captureConsole({ sessionId, isShown }, signal) {
      const live = sessions.find(sessionId);
      if (live === null) return yield { kind: 'no_session' };
      if (live.isCaptured) return yield { kind: 'busy' };
      yield { kind: 'choosing' };
      const stop = AbortSignal.any([signal, live.signal]);
      const { host } = live.target;
      const path = await dialogs.askWhereToSave(
        { suggestedName: suggestName({ host, nowMs: Date.now(), ending: 'bin' }), ending: 'bin' },
        stop,
      );
      if (path === null) return yield { kind: 'dismissed' };
      // Another one may have begun while the dialog was open.
      if (live.isCaptured) return yield { kind: 'busy' };
      yield yield* withProgress<CaptureProgress, CaptureEvent>((tell) =>
        capture({ live, path, isShown, tell: (progress) => tell({ kind: 'progress', ...progress }) }, stop),
      );
    },
  };
}

interface CaptureToRun {
  readonly live: LiveConsole;
  readonly path: string;
  readonly isShown: boolean;
  readonly tell: (progress: Omit<CaptureProgress, 'kind'>) => void;
}

async function capture({ live, path, isShown, tell }: CaptureToRun, stop: AbortSignal): Promise<CaptureEvent> {
  let running: Capture;
  try {
    running = await startCapture({ path, isShown, brakes: live.brakes, onProgress: tell });
  } catch (error) {
    return { kind: 'file_not_written', problem: fileProblem(error, path) };
  }
  live.beginCapture(running);
  const over = new AbortController();
  const ended = stop.aborted ? Promise.resolve() : once(stop, 'abort', { signal: over.signal }).catch(() => undefined);
  await Promise.race([ended, running.failed(over.signal)]);
  over.abort();
  live.endCapture(running);
  return eventOf(await running.end(), path);
}

function eventOf({ error, ...progress }: CaptureEnd, path: string): CaptureEvent {
  return error === null ? { kind: 'ended', path, ...progress } : { kind: 'file_not_written', problem: fileProblem(error, path) };
}
