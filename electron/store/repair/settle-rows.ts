import type { Database } from 'better-sqlite3';

/** A check of a case that is lost, or is of another host by now. */
const IN_NO_CASE = `case_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM cases WHERE cases.id = checks.case_id AND (cases.host_id = checks.host_id
    OR checks.host_id IN (SELECT id FROM hosts WHERE merged_into IS NOT NULL)))`;

/** Takes away what points to rows that are lost, and counts anew what is counted of the rest; to be run inside a transaction. */
export function settleRows(database: Database): void {
  database.exec(`
    DELETE FROM cases WHERE host_id NOT IN (SELECT id FROM hosts);
    UPDATE check_documents SET document = json_set(document, '$.caseId', NULL), seal = NULL
      WHERE check_id IN (SELECT id FROM checks WHERE ${IN_NO_CASE});
    UPDATE checks SET case_id = NULL WHERE ${IN_NO_CASE};
    DELETE FROM case_entries WHERE case_id NOT IN (SELECT id FROM cases) OR NOT json_valid(entry);
    UPDATE cases SET entry_count = (SELECT count(*) FROM case_entries WHERE case_id = cases.id);
    DELETE FROM transcripts WHERE host_id NOT IN (SELECT id FROM hosts);
    DELETE FROM transcript_chunks WHERE transcript_id NOT IN (SELECT id FROM transcripts);
    UPDATE transcripts SET (stored_bytes, kept_bytes) = (
      SELECT coalesce(sum(stored_bytes), 0), coalesce(sum(length(bytes)), 0) FROM transcript_chunks WHERE transcript_id = transcripts.id);
    UPDATE hosts SET merged_into = NULL WHERE merged_into NOT IN (SELECT id FROM hosts)`);
  for (const table of ['former_names', 'host_addresses', 'host_tags', 'host_notes'])
    database.exec(`DELETE FROM ${table} WHERE host_id NOT IN (SELECT id FROM hosts)`);
}
