import type { Database, Statement } from 'better-sqlite3';

import { readDocument } from '../checks/read-document.ts';
import { mayBeMissing, type MissingRows } from './missing-rows.ts';
import { salvageTable } from './salvage-table.ts';
import { untilDamage } from './until-damage.ts';

/** Where the documents of checks wait until all are there, and every number of a check that anything speaks of. In the new history, for the time being. */
export const STAGE = `
  CREATE TABLE staged_documents (check_id INTEGER PRIMARY KEY, document TEXT NOT NULL, seal INTEGER, is_from_backup INTEGER NOT NULL);
  CREATE TABLE seen_checks (id INTEGER PRIMARY KEY, host_id INTEGER)`;

/** Takes that away again. */
export const UNSTAGE = 'DROP TABLE staged_documents; DROP TABLE seen_checks';

/** Brings every whole document of a damaged history onto the stage and tells which may be missing. */
export function stageDocuments(from: Database, to: Database): MissingRows {
  const stage = stager(from, to, 0);
  const damaged: number[] = [];
  const missing = salvageTable(from, {
    ...stage.table,
    take: (row) => {
      const id = Number(row['rowid']);
      if (!stage.take(id, row)) damaged.push(id);
    },
  });
  return { ...missing, ranges: [...missing.ranges, ...damaged.map((id) => [id, id] as const)] };
}

/** Notes every number that was given and whose document may be missing: as far as is known, each was a check. */
export function seeMissing(from: Database, to: Database, { ranges }: MissingRows): void {
  let newest = 0;
  const rows = () => from.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'checks'").iterate();
  for (const { seq } of untilDamage(rows, () => undefined)) if (Number.isSafeInteger(seq)) newest = Math.min(Number(seq), MOST_CHECKS);
  const see = to.prepare(NUMBERS_SEEN);
  for (const [first, last] of ranges) see.run({ first, last: Math.min(last, newest) });
}

/** A damaged number must not keep anybody counting. */
const MOST_CHECKS = 10_000_000;

const NUMBERS_SEEN = `
  WITH RECURSIVE numbers (id) AS (SELECT @first WHERE @first <= @last UNION ALL SELECT id + 1 FROM numbers WHERE id < @last)
  INSERT OR IGNORE INTO seen_checks (id) SELECT id FROM numbers`;

/** Brings the documents that may be missing from a backup. */
export function stageFromBackup({
  from,
  to,
  missing,
}: {
  readonly from: Database;
  readonly to: Database;
  readonly missing: MissingRows;
}): void {
  const stage = stager(from, to, 1);
  salvageTable(from, {
    ...stage.table,
    take: (row) => {
      const id = Number(row['rowid']);
      if (mayBeMissing(missing, id)) stage.take(id, row);
    },
  });
}

function stager(from: Database, to: Database, isFromBackup: 0 | 1) {
  // Documents had no seal before the sixth migration.
  const known = [
    ...untilDamage(
      () => from.prepare("SELECT name FROM pragma_table_info('check_documents')").iterate(),
      () => undefined,
    ),
  ];
  const hasSeal = known.some(({ name }) => name === 'seal');
  const insert = to.prepare('INSERT OR IGNORE INTO staged_documents VALUES (?, ?, ?, ?)');
  const see = to.prepare('INSERT OR IGNORE INTO seen_checks (id) VALUES (?)');
  return {
    table: { name: 'check_documents', columns: hasSeal ? ['document', 'seal'] : ['document'] },
    take: (id: number, { document, seal = null }: Readonly<Record<string, unknown>>): boolean => {
      if (isFromBackup === 0) see.run(id);
      if (readDocument(id, { document, seal }).kind === 'damaged') return false;
      insert.run(id, document, seal, isFromBackup);
      return true;
    },
  };
}

/** Notes every check that the damaged history knows of, in its table or an index of it, with its host where that is said. */
export function seeChecks(from: Database, to: Database): void {
  const see = to.prepare('INSERT INTO seen_checks VALUES (?, ?) ON CONFLICT DO UPDATE SET host_id = coalesce(host_id, excluded.host_id)');
  salvageTable(from, { name: 'checks', columns: ['host_id'], take: (row) => seeOne(see, row['rowid'], row['host_id']) });
  // Each holds the numbers of all checks once more, on other pages.
  for (const index of ['checks_by_host', 'checks_by_endpoint', 'checks_by_time']) {
    const rows = () => from.prepare(`SELECT id, host_id FROM checks INDEXED BY ${index} ORDER BY host_id`).iterate();
    for (const row of untilDamage(rows, () => undefined)) seeOne(see, row['id'], row['host_id']);
  }
}

function seeOne(see: Statement, id: unknown, hostId: unknown): void {
  if (Number.isSafeInteger(id) && Number.isSafeInteger(hostId) && Number(id) > 0) see.run(id, hostId);
}
