import { join, resolve } from 'node:path';

/** The history inside a data folder. */
export function historyFile(folder: string): string {
  return join(resolve(folder), 'history.sqlite');
}
