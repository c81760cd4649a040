import type { WriteStream } from 'node:tty';

import { formatHexRow, hexRows } from '../../../shared/console/hex-rows.ts';
import { createVisibleStream } from '../../../shared/console/visible-stream.ts';
import type { TextEncoding } from '../../../shared/console/text-encoding.ts';
import { roomIn } from './room-in.ts';

/** Where what comes is written. */
export interface SessionOutput {
  /** Writes; false asks to wait for `drained`. */
  readonly write: (bytes: Uint8Array) => boolean;
  /** Resolves when more may be written. */
  readonly drained: () => Promise<void>;
  /** Writes what was held back because it could have gone on. */
  readonly end: () => void;
}

/** In which form bytes are written. */
export type OutputForm = 'raw' | 'hex' | 'visible';

/** Opens stdout for what comes from a peer, in one form. */
export function openOutput(stdout: WriteStream, form: OutputForm, encoding: TextEncoding): SessionOutput {
  const write = (text: string | Uint8Array): boolean => {
    const isRoomLeft = stdout.write(text);
    // After a large piece there is none by its own count, also where it left at once, as into a file.
    return isRoomLeft || stdout.writableLength === 0;
  };
  const drained = (): Promise<void> => roomIn(stdout);
  if (form === 'raw') return { drained, write, end: () => undefined };
  if (form === 'hex') return { drained, write: hexWriter(write), end: () => undefined };
  const visible = createVisibleStream(encoding);
  return { drained, write: (bytes) => write(visible.add(bytes)), end: () => void write(visible.end()) };
}

function hexWriter(write: (text: string) => boolean): (bytes: Uint8Array) => boolean {
  let offsetBytes = 0;
  return (bytes) => {
    const rows = hexRows(bytes, offsetBytes);
    offsetBytes += bytes.length;
    return write(rows.map((row) => `${formatHexRow(row)}\n`).join(''));
  };
}
