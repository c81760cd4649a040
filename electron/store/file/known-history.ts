import { closeSync, existsSync, openSync, statSync } from 'node:fs';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';

/** Notes that there is a history here: SQLite would take a file that lost all its bytes for a new one. Costs one look when it is noted. */
export function rememberHistory(path: string): void {
  try {
    if (!existsSync(noteOf(path))) closeSync(openSync(noteOf(path), 'a', 0o600));
  } catch {
    // On a disk that takes no file, the history itself is what tells.
  }
}

/** Whether a history was opened here before. */
export function isKnownHistory(path: string): boolean {
  return existsSync(noteOf(path)) || hasLog(path);
}

/** Why a file must not be taken for a new history, or null. One that is not there at all was deleted, which anybody may do. */
export function findEmptied(path: string): StoreProblem | null {
  const found = statSync(path, { throwIfNoEntry: false });
  // SQLite deletes the log of an empty file.
  if (found === undefined ? !hasLog(path) : !found.isFile() || found.size > 0 || !isKnownHistory(path)) return null;
  return { kind: 'damaged', path, detail: 'The file is empty, and was not.' };
}

/** What used to be our history and cannot even be read as a database is damaged; anything else is somebody else's. */
export function asDamage(problem: StoreProblem): StoreProblem {
  const isUnreadable = problem.kind === 'not_a_store' && problem.detail.startsWith('SQLITE_NOTADB');
  return isUnreadable && isKnownHistory(problem.path) ? { ...problem, kind: 'damaged' } : problem;
}

/** Whether something of it is only in its log: whoever closes it last, folds that into the file. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function noteOf(path: string): string {
  return `${path}-known`;
}
