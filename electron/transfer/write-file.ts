import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { fileProblem, type FileProblem } from './file-problem.ts';

/** Text, written as UTF-8, or bytes as they are. */
type FilePart = string | Uint8Array;

/** A file to write. */
export interface FileToWrite {
  readonly path: string;
  /** A person agreed to replace what is there. */
  readonly mayReplace: boolean;
  readonly parts: AsyncIterable<FilePart> | Iterable<FilePart>;
}

/** How writing ended. But for `written` there is no new file, and an old one is as it was. */
export type FileWritten =
  | { readonly kind: 'written'; readonly sizeBytes: number }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'not_written'; readonly problem: FileProblem }
  | { readonly kind: 'stopped' };

/** Writes a file as a whole or not at all: beside its place, forced to the disk, then renamed. Never rejects for reasons of the disk. */
export async function writeFile({ path, mayReplace, parts }: FileToWrite, signal: AbortSignal): Promise<FileWritten> {
  if (!mayReplace && existsSync(path)) return { kind: 'exists', path };
  const partPath = partPathFor(path);
  try {
    // Only this user may read it: it holds names and addresses of customers. Never into a file that is there.
    const file = await open(partPath, 'wx', 0o600);
    try {
      const sizeBytes = await writeParts(file, parts, signal);
      if (signal.aborted) return { kind: 'stopped' };
      const isPlaced = mayReplace ? await rename(partPath, path).then(() => true) : await placeNew(partPath, path);
      if (!isPlaced) return { kind: 'exists', path };
      await syncFolder(dirname(path));
      return { kind: 'written', sizeBytes };
    } finally {
      await rm(partPath, { force: true });
    }
  } catch (error) {
    return { kind: 'not_written', problem: fileProblem(error, path) };
  }
}

/** Beside the file, where a rename is one step; nobody else's name, and no longer than file systems take. */
function partPathFor(path: string): string {
  return join(dirname(path), `${basename(path).slice(0, 40)}.part-${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** Gives a file its name unless there is one by then, whoever made it meanwhile; false when there is. */
async function placeNew(partPath: string, path: string): Promise<boolean> {
  try {
    await link(partPath, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // Some file systems of memory sticks and servers know no second name of a file; there it is only looked.
    if (existsSync(path)) return false;
    await rename(partPath, path);
    return true;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Closes the file in any case. */
async function writeParts(file: FileHandle, parts: FileToWrite['parts'], signal: AbortSignal): Promise<number> {
  try {
    let sizeBytes = 0;
    for await (const part of parts) {
      if (signal.aborted) return sizeBytes;
      sizeBytes += await append(file, part);
    }
    await file.sync();
    return sizeBytes;
  } finally {
    await file.close();
  }
}

async function append(file: FileHandle, part: FilePart): Promise<number> {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  await file.writeFile(bytes);
  return bytes.length;
}

/** Windows has no such call, and its file system keeps the order by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
