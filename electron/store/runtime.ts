import type { StoreProblem } from '../../shared/history/store-problem.ts';

/** better-sqlite3 13 ends the process without a word on Node 20 (its engines: >= 22). */
const OLDEST_NODE = '22.0.0';

/** Older ones can corrupt a write-ahead log that two connections reset at once (https://sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = '3.51.3';

/** Why this Node cannot open a history, or null when it can; to be asked before the native library is loaded. */
export function findRuntimeProblem(nodeVersion: string, path: string): StoreProblem | null {
  if (isAtLeast(nodeVersion, OLDEST_NODE)) return null;
  return { kind: 'unsupported_runtime', path, detail: `The history needs Node 22 or newer; this is Node ${nodeVersion}.` };
}

/** Why this SQLite must not write a history, or null when it may. */
export function findSqliteProblem(sqliteVersion: string, path: string): StoreProblem | null {
  if (isAtLeast(sqliteVersion, OLDEST_SQLITE)) return null;
  return {
    kind: 'unsupported_runtime',
    path,
    detail: `The history needs SQLite ${OLDEST_SQLITE} or newer; this is SQLite ${sqliteVersion}.`,
  };
}

function isAtLeast(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of oldest.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
