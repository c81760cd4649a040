import * as v from 'valibot';

import type { Check } from '../../../shared/check/check.ts';
import { startArrivals } from '../hosts/arriving-hosts.ts';
import { insertCheck } from '../checks/insert-check.ts';
import { readDocument } from '../checks/read-document.ts';
import { prepared, type Store } from '../store.ts';

/** So many in one transaction. */
const BATCH = 500;

/**
 * Saves every check on the stage anew under the number it had: its columns, its endpoint and all that is counted follow from the document,
 * which is the one thing that is known to be whole.
 */
export function replayChecks(store: Store, onProgress: (share: number) => void): void {
  const { database } = store;
  database.exec("INSERT INTO sqlite_sequence SELECT 'checks', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'checks')");
  const total = Math.max(1, Number(database.prepare('SELECT count(*) FROM staged_documents').pluck().get()));
  const cases = new Set(database.prepare('SELECT id FROM cases').pluck().all());
  const next = database.prepare(
    `SELECT check_id AS id, document, seal FROM staged_documents WHERE check_id > ? ORDER BY check_id LIMIT ${BATCH}`,
  );
  let done = 0;
  for (let rows = readRows(next.all(0)); rows.length > 0; rows = readRows(next.all(rows.at(-1)?.id))) {
    database.transaction(() => replay(store, rows, cases))();
    done += rows.length;
    onProgress(done / total);
  }
  // No number is ever given twice, not even that of a check that was lost.
  database.exec("UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT max(id) FROM seen_checks), 0)) WHERE name = 'checks'");
}

function replay(store: Store, rows: readonly StagedRow[], cases: ReadonlySet<unknown>): void {
  const hosts = startArrivals(store, 'imported');
  for (const row of rows) {
    const reading = readDocument(row.id, row);
    if (reading.kind === 'damaged') throw new Error(`Check ${row.id} came onto the stage damaged.`);
    prepared(store, SET_NUMBER).run(row.id - 1);
    insertCheck(store, inKnownCase(reading.check, cases), { arrival: 'imported', hosts });
  }
  hosts.write();
}

function inKnownCase(check: Check, cases: ReadonlySet<unknown>): Check {
  return check.caseId === null || cases.has(check.caseId) ? check : { ...check, caseId: null };
}

/** The number before that of the next check. */
const SET_NUMBER = "UPDATE sqlite_sequence SET seq = ? WHERE name = 'checks'";

type StagedRow = v.InferOutput<typeof rowsSchema>[number];

const rowsSchema = v.array(v.object({ id: v.number(), document: v.string(), seal: v.nullable(v.number()) }));

function readRows(rows: readonly unknown[]): readonly StagedRow[] {
  return v.parse(rowsSchema, rows);
}
