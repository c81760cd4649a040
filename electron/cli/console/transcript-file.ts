import { once } from 'node:events';
import { constants, createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';

import { exportJsonLines, exportText } from '../../../shared/console/export-transcript.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import type { TextEncoding } from '../../../shared/console/text-encoding.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';
import type { Transport } from '../../../shared/check/target.ts';
import { describeSessionEvent, describeWithheld } from '../../../shared/text/describe-session-event.ts';
import type { Words } from '../../../shared/text/words.ts';
import { KeptLines } from '../../console/kept-lines.ts';
import { roomIn } from './room-in.ts';

/** A transcript to write while a session goes on. */
export interface TranscriptToWrite {
  readonly path: string;
  readonly isSentKept: boolean;
  readonly encoding: TextEncoding;
  readonly transport: Transport;
  /** As people write it. */
  readonly endpoint: string;
  readonly words: Words;
}

/** A file that a transcript is written to. */
export interface TranscriptFile {
  /** Takes what happened; false asks to wait for `drained`. */
  readonly add: (event: SessionEvent) => boolean;
  readonly drained: () => Promise<void>;
  /** Writes what is left; resolves when the system has it all, with the error that lost some of it or null. */
  readonly close: () => Promise<Error | null>;
}

/** Opens the file, new or at its end, for its owner only; null when that is not possible. */
export async function openTranscriptFile(toWrite: TranscriptToWrite): Promise<TranscriptFile | null> {
  try {
    const first = await open(toWrite.path, APPEND_WITHOUT_WAITING, OWNER_ONLY);
    const file = createWriteStream(toWrite.path, { flags: 'a', mode: OWNER_ONLY });
    // Whoever reads a pipe sees its end when nobody has it open.
    await once(file, 'open');
    await first.close();
    return writeTo(file, toWrite);
  } catch {
    // Whatever the disk's reason: it cannot be written, and the caller says so.
    return null;
  }
}

/** A pipe nobody reads is an error, not a wait for ever. Windows knows no such flag. */
const APPEND_WITHOUT_WAITING = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NONBLOCK ?? 0);

/** What people type and services answer is nobody else's business. */
const OWNER_ONLY = 0o600;

function writeTo(file: WriteStream, { path, isSentKept, encoding, transport, endpoint, words }: TranscriptToWrite): TranscriptFile {
  const kept = new KeptLines(transport);
  const format = path.endsWith('.jsonl')
    ? (line: TranscriptLine) => [...exportJsonLines([line], encoding)].join('')
    : (line: TranscriptLine) =>
        [
          ...exportText([line], {
            encoding,
            describe: (event) => describeSessionEvent(event, { endpoint }, words),
            withheld: (one) => describeWithheld(one, words),
          }),
        ].join('');
  let problem: Error | null = null;
  file.on('error', (error) => (problem ??= error));
  const write = (lines: readonly TranscriptLine[]): boolean =>
    lines.length === 0 || problem !== null || file.write(lines.map(format).join(''));
  return {
    add: (event) => write(kept.add(event, isSentKept)),
    drained: () => roomIn(file),
    close: () => {
      write(kept.finish(isSentKept));
      return new Promise((resolve) => {
        if (file.destroyed) resolve(problem);
        else file.once('close', () => resolve(problem)).end();
      });
    },
  };
}
