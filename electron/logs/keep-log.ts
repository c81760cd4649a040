import * as v from 'valibot';

import { logChannel, logEntrySchema } from './log-entry.ts';
import { createLogFile, type LogPlace } from './log-file.ts';
import { lineOf } from './log-line.ts';

/** What a log is kept by. */
export interface LogKeeping {
  readonly place: LogPlace;
  /** The folder with our own code. */
  readonly codeFolder: string;
  /** Whether the words of errors are kept, asked at each. */
  readonly isDetailed: () => boolean;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Hears once that the log cannot be written. */
  readonly tellLost: (error: unknown) => void;
}

/** Keeps a log of what is told from now on, until the function it gives is called. */
export function keepLog({ place, codeFolder, isDetailed, now, tellLost }: LogKeeping): () => void {
  const file = createLogFile(place, tellLost);
  const write = (told: unknown): void => {
    const entry = v.safeParse(logEntrySchema, told);
    if (entry.success) file.write(lineOf(entry.output, { atMs: now(), codeFolder, isDetailed: isDetailed() }));
  };
  logChannel.subscribe(write);
  return () => {
    logChannel.unsubscribe(write);
    file.close();
  };
}
