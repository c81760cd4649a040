import Database from 'better-sqlite3';

import { classifyProblem } from '../classify-problem.ts';
import { harden } from '../connection.ts';

/** Whether a history is whole; what cannot be said now (it is locked, the disk is away) counts as whole. */
export type Verdict = { readonly kind: 'whole' } | { readonly kind: 'damaged'; readonly detail: string };

/** Reads a whole history, while others use it, and tells whether its pages fit together (quick_check). To be run in a thread of its own. */
export function verify(path: string): Verdict {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    harden(database);
    const verdict = String(database.pragma('quick_check(1)', { simple: true }));
    return verdict === 'ok' ? { kind: 'whole' } : { kind: 'damaged', detail: verdict };
  } catch (error) {
    const problem = classifyProblem(error, path);
    return problem.kind === 'damaged' || problem.kind === 'not_a_store' ? { kind: 'damaged', detail: problem.detail } : { kind: 'whole' };
  } finally {
    database?.close();
  }
}
