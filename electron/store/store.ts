import type { Database, Statement } from 'better-sqlite3';

import type { StoreProblem } from '../../shared/history/store-problem.ts';

/** An open history: one connection, used by one thread. */
export interface Store {
  /** The file. */
  readonly path: string;
  /** Which file that was when it was opened, as `inodeOf` tells. */
  readonly inode: bigint | null;
  readonly database: Database;
  /** Why nothing can be saved although it can be read, or null when saving works. */
  readonly unwritable: StoreProblem | null;
  /** Statements prepared so far, by their SQL: see `prepared`. */
  readonly statements: Map<string, Statement>;
}

/** A history that is used. */
export interface Opened {
  readonly kind: 'open';
  readonly store: Store;
  /** What is damaged in it, as far as somebody has looked. */
  readonly damage?: StoreProblem;
  /** Whoever had it open last, and alone, was ended before it could close it; or somebody else has it open now. */
  readonly wasCutOff?: boolean;
}

/** What opening a history brought. */
export type StoreOpening = Opened | { readonly kind: 'unusable'; readonly problem: StoreProblem };

/** A statement, prepared when it is first needed: opening a history to save one check must not pay for the others. */
export function prepared(store: Store, sql: string): Statement {
  const known = store.statements.get(sql);
  if (known !== undefined) return known;
  const statement = store.database.prepare(sql);
  store.statements.set(sql, statement);
  return statement;
}

/** Closes the history; closing twice is fine. What was acknowledged is on the disk already. */
export function closeStore(store: Store): void {
  store.statements.clear();
  store.database.close();
}

/** What is said of a history that was closed while somebody still used it: it is being repaired, or the app ends. */
export function closedProblem({ path }: Store): StoreProblem {
  return { kind: 'locked', path, detail: 'It was closed.' };
}
