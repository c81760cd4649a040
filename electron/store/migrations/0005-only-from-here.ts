import type { Migration } from './migration.ts';

/** What other people saw is kept beside our own checks, and is neither the last outcome of a host nor part of its statistics. */
export const onlyFromHere: Migration = {
  version: 5,
  sql: `
    -- Carries what a strip shows, so that 2,000 strips are read from the index alone.
    DROP INDEX checks_by_host;
    CREATE INDEX checks_by_host ON checks (host_id, started_at_ms, id, outcome, duration_ms, vantage);

    -- Whatever was said so far of endpoints that somebody else has seen, too.
    CREATE TEMP TABLE mixed AS SELECT DISTINCT host_id, port, transport FROM checks INDEXED BY checks_elsewhere WHERE vantage <> 'here';
    UPDATE checks SET is_change = 0 WHERE is_change = 1 AND (host_id, port, transport) IN (SELECT host_id, port, transport FROM mixed);
    WITH neighbours AS (
      SELECT id, outcome <> lag(outcome) OVER (PARTITION BY host_id, port, transport ORDER BY started_at_ms, id) AS differs
      FROM checks JOIN mixed USING (host_id, port, transport) WHERE outcome <> 'cancelled' AND vantage = 'here')
    UPDATE checks SET is_change = 1 WHERE id IN (SELECT id FROM neighbours WHERE differs);
    UPDATE endpoints SET
      digested_to_ms = NULL,
      change_count = (SELECT count(*) FROM checks WHERE checks.host_id = endpoints.host_id AND checks.port = endpoints.port
        AND checks.transport = endpoints.transport AND is_change = 1),
      (newest_at_ms, newest_outcome) = (SELECT started_at_ms, outcome FROM checks WHERE checks.host_id = endpoints.host_id
        AND checks.port = endpoints.port AND checks.transport = endpoints.transport AND outcome <> 'cancelled' AND vantage = 'here'
        ORDER BY started_at_ms DESC, id DESC LIMIT 1),
      (last_checked_at_ms, last_outcome) = (SELECT started_at_ms, outcome FROM checks WHERE checks.host_id = endpoints.host_id
        AND checks.port = endpoints.port AND checks.transport = endpoints.transport AND vantage = 'here'
        ORDER BY started_at_ms DESC, id DESC LIMIT 1)
    WHERE (host_id, port, transport) IN (SELECT host_id, port, transport FROM mixed);
    DELETE FROM check_digests WHERE (host_id, port, transport) IN (SELECT host_id, port, transport FROM mixed);
    UPDATE hosts SET (last_checked_at_ms, last_outcome) = (
      SELECT started_at_ms, outcome FROM checks WHERE checks.host_id = hosts.id AND vantage = 'here'
      ORDER BY started_at_ms DESC, id DESC LIMIT 1)
    WHERE id IN (SELECT host_id FROM mixed);
    DROP TABLE mixed;
  `,
};
