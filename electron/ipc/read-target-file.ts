import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import { makeVisible } from '../../shared/console/display.ts';
import type { ResponseOf } from '../../shared/ipc/types.ts';
import { fileProblem } from '../transfer/file-problem.ts';
import type { FileDialogs } from './files.ts';
import type { CallHandler } from './handlers.ts';

/** Far above any list of targets a person keeps: 1 MB. */
const LARGEST_BYTES = 1_000_000;

/** To open a pipe nobody writes into would wait for ever, in a thread that nothing can stop. Windows knows no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Gives the text of a list of targets that the person names. */
export function createReadTargetFile({ askWhatToOpen }: FileDialogs): CallHandler<'readTargetFile'> {
  return async () => {
    const path = await askWhatToOpen(['csv', 'txt']);
    if (path === null) return { kind: 'dismissed' };
    try {
      return await readText(path);
    } catch (error) {
      return { kind: 'file_unreadable', problem: fileProblem(error, path) };
    }
  };
}

async function readText(path: string): Promise<ResponseOf<'readTargetFile'>> {
  const name = makeVisible(basename(path));
  const file = await open(path, READ_WITHOUT_WAITING);
  try {
    const found = await file.stat();
    // Of a folder the system says what is wrong.
    if (!found.isFile() && !found.isDirectory()) return { kind: 'not_text', name };
    const { size } = found;
    if (size > LARGEST_BYTES) return { kind: 'too_large', name, sizeBytes: size };
    // One more than may be there: a growing file has no size to trust.
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST_BYTES + 1));
    if (bytesRead > LARGEST_BYTES) return { kind: 'too_large', name, sizeBytes: bytesRead };
    const text = decode(buffer.subarray(0, bytesRead));
    return text === null ? { kind: 'not_text', name } : { kind: 'read', name, text };
  } finally {
    await file.close();
  }
}

/** UTF-8, as what lists of names and addresses are written in; its byte order mark is left out. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
