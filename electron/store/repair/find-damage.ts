import type { Database } from 'better-sqlite3';
import * as v from 'valibot';

import { readDocument } from '../checks/read-document.ts';
import { classifyProblem } from '../classify-problem.ts';

/** What is wrong with a history, or null when all of it is as it was saved. Reads all of it: to be run in a thread of its own. Never throws for reasons of the file. */
export function findDamage(database: Database): string | null {
  try {
    const verdict = String(database.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') return verdict;
    const dangling = database.prepare('SELECT * FROM pragma_foreign_key_check LIMIT 1').get();
    if (dangling !== undefined) return 'Rows point to rows that are not there.';
    for (const row of database.prepare('SELECT check_id AS id, document, seal FROM check_documents').iterate()) {
      const { id } = v.parse(numberedSchema, row);
      const reading = readDocument(id, row);
      if (reading.kind === 'damaged') return `Check ${id}: ${reading.detail}`;
    }
    return null;
  } catch (error) {
    return classifyProblem(error, database.name).detail;
  }
}

const numberedSchema = v.object({ id: v.number() });
