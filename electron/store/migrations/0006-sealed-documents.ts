import type { Migration } from './migration.ts';

/** A check is shown only as it was saved: SQLite itself does not notice when the disk changes a letter. */
export const sealedDocuments: Migration = {
  version: 6,
  sql: `
    -- The seal of the document (shared/history/document-seal.ts); NULL for a check that was saved before there were any.
    ALTER TABLE check_documents ADD COLUMN seal INTEGER;
  `,
};
