import { migrations } from '../../../electron/store/migrations/index.ts';
import type { Migration } from '../../../electron/store/migrations/migration.ts';

/** A step after the last one that has something to do: a column, and rows to go through. */
export const slowStep: Migration = {
  version: migrations.length + 1,
  sql: `
    ALTER TABLE hosts ADD COLUMN note TEXT;
    UPDATE hosts SET note = 'migrated';
    CREATE TABLE numbers (number INTEGER PRIMARY KEY) STRICT;
    WITH RECURSIVE up (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM up WHERE number < 20000) INSERT INTO numbers SELECT number FROM up;
  `,
};
