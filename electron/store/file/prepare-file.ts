import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { classifyProblem } from '../classify-problem.ts';

/** Makes the folder and an empty file, for this user only, where they are missing; or says why the file cannot be written. */
export function prepareFile(path: string): StoreProblem | null {
  const folder = dirname(path);
  try {
    makeFolder(folder);
    const stranger = [folder, path].find((place) => existsSync(place) && isStranger(place, place === folder));
    if (stranger !== undefined) return { kind: 'not_a_store', path: stranger, detail: 'It is not a folder with an ordinary file in it.' };
    if (!existsSync(path)) createFile(path);
    // SQLite needs the folder too, for the files -wal and -shm beside its own.
    accessSync(folder, constants.W_OK);
    accessSync(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return classifyProblem(error, path);
  }
}

/** One level at a time: Node's own recursion never ends where a folder that exists cannot have children (/proc/x). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
    // Another process made it in the meantime.
  }
}

/** Something else stands where the folder, or the file in it, should be. */
function isStranger(place: string, isFolder: boolean): boolean {
  const found = statSync(place);
  return isFolder ? !found.isDirectory() : !found.isFile();
}

/**
 * SQLite would make it readable for everybody. The file is only ever opened here while it does not exist: closing any other
 * descriptor of it would drop the locks of a connection in this process (https://sqlite.org/howtocorrupt.html, section 2.2).
 */
function createFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!existsSync(path)) throw error;
    // Another process made it in the meantime.
  }
}
