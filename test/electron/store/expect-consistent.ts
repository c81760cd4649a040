import { expect } from 'vitest';

import type { Store } from '../../../electron/store/store.ts';

/** Everything that is kept beside the checks says the same as the checks themselves, counted anew. */
export function expectConsistent({ database }: Store): void {
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.prepare('SELECT count(*) FROM checks WHERE id NOT IN (SELECT check_id FROM check_documents)').pluck().get()).toBe(0);
  expect(database.prepare('SELECT count(*) FROM check_documents WHERE check_id NOT IN (SELECT id FROM checks)').pluck().get()).toBe(0);
  expect(database.prepare(WRONG_CHANGES).all()).toEqual([]);
  expect(database.prepare(WRONG_ENDPOINTS).all()).toEqual([]);
  expect(database.prepare(WRONG_HOSTS).all()).toEqual([]);
  expect(database.prepare(WRONG_CASES).all()).toEqual([]);
  expect(database.prepare(WRONG_FILINGS).all()).toEqual([]);
}

const WRONG_CHANGES = `
  WITH judged AS (
    SELECT id, outcome <> lag(outcome) OVER (PARTITION BY host_id, port, transport ORDER BY started_at_ms, id) AS differs
    FROM checks WHERE outcome <> 'cancelled' AND vantage = 'here' AND host_id NOT IN (SELECT id FROM hosts WHERE is_purged = 1 OR merged_into IS NOT NULL))
  SELECT id, is_change, coalesce(differs, 0) AS wanted FROM checks JOIN judged USING (id) WHERE is_change <> coalesce(differs, 0)
  UNION ALL SELECT id, is_change, 0 FROM checks WHERE (outcome = 'cancelled' OR vantage <> 'here') AND is_change <> 0`;

// What is being purged or merged is not counted any more.
const LISTED = 'host_id NOT IN (SELECT id FROM hosts WHERE is_purged = 1 OR merged_into IS NOT NULL)';

const OF_ENDPOINT = 'checks.host_id = endpoints.host_id AND checks.port = endpoints.port AND checks.transport = endpoints.transport';

const WRONG_ENDPOINTS = `
  SELECT * FROM (
    SELECT host_id, port, transport, check_count, change_count, failure_count, newest_outcome,
      (SELECT count(*) FROM checks WHERE ${OF_ENDPOINT}) AS checks_there,
      (SELECT count(*) FROM checks WHERE ${OF_ENDPOINT} AND is_change) AS changes_there,
      (SELECT count(*) FROM checks WHERE ${OF_ENDPOINT} AND outcome NOT IN ('succeeded', 'cancelled')) AS failures_there,
      (SELECT outcome FROM checks WHERE ${OF_ENDPOINT} AND outcome <> 'cancelled' AND vantage = 'here' ORDER BY started_at_ms DESC, id DESC LIMIT 1) AS newest_there
    FROM endpoints WHERE ${LISTED})
  WHERE check_count <> checks_there OR change_count <> changes_there OR failure_count <> failures_there
    OR newest_outcome IS NOT newest_there`;

const WRONG_HOSTS = `
  SELECT * FROM (
    SELECT id, check_count, endpoint_count, (SELECT count(*) FROM checks WHERE host_id = hosts.id) AS checks_there,
      (SELECT count(*) FROM endpoints WHERE host_id = hosts.id) AS endpoints_there
    FROM hosts WHERE is_purged = 0 AND merged_into IS NULL)
  WHERE check_count <> checks_there OR endpoint_count <> endpoints_there`;

const WRONG_CASES = `
  SELECT id, entry_count FROM cases
  WHERE ${LISTED} AND entry_count <> (SELECT count(*) FROM case_entries WHERE case_id = cases.id)`;

/** A check is in a case of its own host, and its document says the same. */
const WRONG_FILINGS = `
  SELECT checks.id FROM checks LEFT JOIN cases ON cases.id = case_id JOIN check_documents ON check_id = checks.id
  WHERE (case_id IS NOT NULL AND cases.host_id IS NOT checks.host_id
      AND checks.host_id NOT IN (SELECT id FROM hosts WHERE merged_into IS NOT NULL))
    OR (json_valid(document) AND document ->> '$.caseId' IS NOT case_id)`;
