import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Session } from './session.ts';

/** A file to send in a session. */
export interface FileToSend {
  readonly session: Session;
  readonly path: string;
  /** Told after every piece. */
  readonly onProgress: (progress: FileProgress) => void;
}

/** How far a file has come. */
export interface FileProgress {
  readonly sentBytes: number;
  readonly sizeBytes: number;
}

/** How sending a file ended. */
export type FileResult = 'sent' | 'stopped' | 'session_ended' | 'unreadable' | 'no_file';

/** One piece; over UDP one datagram, as nc cuts its input. */
const PIECE_BYTES = 16_384;

/** To open a pipe nobody writes into would wait for ever, in a thread that nothing can stop. Windows knows no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Sends a file as it is, at the pace of the peer, and tells the session how it ended. The abort stops it. Never rejects for a reason of the disk or the network. */
export async function sendFile({ session, path, onProgress }: FileToSend, signal: AbortSignal): Promise<FileResult> {
  let progress: FileProgress = { sentBytes: 0, sizeBytes: 0 };
  const end = (result: FileResult): FileResult => {
    session.tell({ kind: 'file', name: basename(path), result, ...progress });
    return result;
  };
  try {
    await using file = await open(path, READ_WITHOUT_WAITING);
    const found = await file.stat();
    if (!found.isFile()) return end('no_file');
    progress = { sentBytes: 0, sizeBytes: found.size };
    for await (const piece of file.createReadStream({ highWaterMark: PIECE_BYTES, autoClose: false })) {
      if (signal.aborted) return end('stopped');
      const written = session.write(piece, 'file');
      if (written !== 'sent' && written !== 'full') return end('session_ended');
      if (written === 'full') await session.drained(signal);
      progress = { ...progress, sentBytes: progress.sentBytes + piece.length };
      onProgress(progress);
    }
    return end('sent');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return end('unreadable');
    throw error;
  }
}
