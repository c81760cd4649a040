import type { Migration } from './migration.ts';

/** What a person says about hosts, and what makes a long history quick to look through. */
export const labelsAndFindings: Migration = {
  version: 2,
  sql: `
    -- A host or an endpoint may be listed before it is ever checked.
    ALTER TABLE hosts ALTER COLUMN last_outcome DROP NOT NULL;
    ALTER TABLE hosts ALTER COLUMN last_checked_at_ms DROP NOT NULL;
    ALTER TABLE endpoints ALTER COLUMN last_outcome DROP NOT NULL;
    ALTER TABLE endpoints ALTER COLUMN last_checked_at_ms DROP NOT NULL;

    ALTER TABLE hosts ADD COLUMN display_name TEXT;
    ALTER TABLE hosts ADD COLUMN is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1));
    -- Since when it is in no list: deleted, which can be taken back unless it is being purged, or being merged into another host.
    ALTER TABLE hosts ADD COLUMN hidden_at_ms INTEGER;
    ALTER TABLE hosts ADD COLUMN is_purged INTEGER NOT NULL DEFAULT 0 CHECK (is_purged IN (0, 1));
    ALTER TABLE hosts ADD COLUMN merged_into INTEGER REFERENCES hosts (id) ON DELETE CASCADE;
    -- Everything a search looks at, folded (shared/history/search-text.ts).
    ALTER TABLE hosts ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
    ALTER TABLE hosts ADD COLUMN endpoint_count INTEGER NOT NULL DEFAULT 0;
    DROP INDEX hosts_by_last_check;
    CREATE INDEX hosts_by_last_check ON hosts (is_favourite, last_checked_at_ms, id) WHERE hidden_at_ms IS NULL;
    CREATE INDEX hosts_hidden ON hosts (hidden_at_ms) WHERE hidden_at_ms IS NOT NULL;

    -- Names a host had before it was renamed, and of hosts merged into it: checks of them are kept with it.
    CREATE TABLE former_names (
      host TEXT PRIMARY KEY,
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX former_names_by_host ON former_names (host_id);

    CREATE TABLE host_tags (
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      tag TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (host_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX host_tags_by_tag ON host_tags (tag);

    CREATE TABLE host_notes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      written_at_ms INTEGER NOT NULL,
      edited_at_ms INTEGER
    ) STRICT;
    CREATE INDEX host_notes_by_host ON host_notes (host_id, written_at_ms);

    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- Counted with every check, because counting 200,000 of them takes longer than a frame.
    ALTER TABLE endpoints ADD COLUMN check_count INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE endpoints ADD COLUMN change_count INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE endpoints ADD COLUMN failure_count INTEGER NOT NULL DEFAULT 0;
    -- The newest check by time that was not cancelled; the moment may be too late after checks were removed, which only costs a look.
    ALTER TABLE endpoints ADD COLUMN newest_at_ms INTEGER;
    ALTER TABLE endpoints ADD COLUMN newest_outcome TEXT;
    -- Checks before this moment are in check_digests; null: none is.
    ALTER TABLE endpoints ADD COLUMN digested_to_ms INTEGER;
    CREATE INDEX endpoints_working ON endpoints (host_id, port, transport) WHERE last_outcome = 'succeeded';

    -- Whether the outcome differs from that of the check before of the same endpoint, by time; cancelled checks are passed over.
    ALTER TABLE checks ADD COLUMN is_change INTEGER NOT NULL DEFAULT 0;
    -- How long each stage took that went well.
    ALTER TABLE checks ADD COLUMN resolve_ms REAL;
    ALTER TABLE checks ADD COLUMN connect_ms REAL;
    ALTER TABLE checks ADD COLUMN handshake_ms REAL;
    ALTER TABLE checks ADD COLUMN greeting_ms REAL;
    ALTER TABLE checks ADD COLUMN request_ms REAL;
    -- All that came back as text, for searching, where it is more than came_back.
    ALTER TABLE checks ADD COLUMN heard TEXT;

    -- An index for each order of the table of checks. Equal ones go by time, then by id: the clock may be set back, the id never is.
    DROP INDEX checks_by_host;
    DROP INDEX checks_by_endpoint;
    -- Carries what a strip shows, so that 2,000 strips are read from the index alone.
    CREATE INDEX checks_by_host ON checks (host_id, started_at_ms, id, outcome, duration_ms);
    CREATE INDEX checks_by_endpoint ON checks (host_id, port, transport, started_at_ms, id, outcome);
    CREATE INDEX checks_by_outcome ON checks (host_id, outcome, started_at_ms, id, port, transport);
    CREATE INDEX checks_by_address ON checks (host_id, address, started_at_ms, id, port, transport, outcome);
    CREATE INDEX checks_by_reply ON checks (host_id, reply_ms, started_at_ms, id, port, transport, outcome);
    CREATE INDEX checks_by_time ON checks (started_at_ms, id, host_id, outcome);
    CREATE INDEX checks_changed ON checks (host_id, started_at_ms, id, port, transport, outcome) WHERE is_change = 1;
    CREATE INDEX checks_failed ON checks (host_id, started_at_ms, id, port, transport, outcome)
      WHERE outcome NOT IN ('succeeded', 'cancelled');

    -- What many checks say together (shared/history/check-digest.ts), so that a year is a few hundred rows. Only a cache: it can be dropped
    -- and is made again from the checks.
    CREATE TABLE check_digests (
      host_id INTEGER NOT NULL,
      port INTEGER NOT NULL,
      transport TEXT NOT NULL,
      width_ms INTEGER NOT NULL,
      from_ms INTEGER NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (host_id, port, transport, width_ms, from_ms),
      FOREIGN KEY (host_id, port, transport) REFERENCES endpoints (host_id, port, transport) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- No address is '' and no reply is -1 from now on: the table of checks goes on from the last row of a page, and NULL is neither before
    -- nor after anything.
    UPDATE checks SET address = ifnull(address, ''), reply_ms = ifnull(reply_ms, -1);

    -- The checks that are there already.
    UPDATE checks SET (resolve_ms, connect_ms, handshake_ms, greeting_ms, request_ms) = (
      SELECT
        max(took) FILTER (WHERE stage = 'resolve'), max(took) FILTER (WHERE stage = 'connect'),
        max(took) FILTER (WHERE stage = 'handshake'), max(took) FILTER (WHERE stage = 'greeting'),
        max(took) FILTER (WHERE stage = 'request')
      FROM (
        SELECT value ->> 'stage' AS stage, (value ->> 'durationMs') + 0.0 AS took
        FROM check_documents, json_each(iif(json_valid(document), document, '{}'), '$.stages')
        WHERE check_id = checks.id AND value ->> 'outcome' = 'passed'));
    UPDATE checks SET heard = (
      SELECT nullif(substr(concat_ws(char(10),
        rtrim(document ->> '$.greeting.text', char(10, 13, 32, 0x240d, 0x240a)),
        iif(document ->> '$.http' IS NULL, NULL, came_back),
        document ->> '$.http.server'), 1, 2000), coalesce(came_back, ''))
      FROM check_documents WHERE check_id = checks.id AND json_valid(document));
    WITH neighbours AS (
      SELECT id, outcome <> lag(outcome) OVER (PARTITION BY host_id, port, transport ORDER BY started_at_ms, id) AS differs
      FROM checks WHERE outcome <> 'cancelled')
    UPDATE checks SET is_change = 1 WHERE id IN (SELECT id FROM neighbours WHERE differs);
    UPDATE endpoints SET (check_count, change_count, failure_count) = (
      SELECT count(*), coalesce(sum(is_change), 0), coalesce(sum(outcome NOT IN ('succeeded', 'cancelled')), 0)
      FROM checks WHERE checks.host_id = endpoints.host_id AND checks.port = endpoints.port AND checks.transport = endpoints.transport);
    UPDATE endpoints SET (newest_at_ms, newest_outcome) = (
      SELECT started_at_ms, outcome FROM checks
      WHERE checks.host_id = endpoints.host_id AND checks.port = endpoints.port AND checks.transport = endpoints.transport
        AND outcome <> 'cancelled' ORDER BY started_at_ms DESC, id DESC LIMIT 1);
    UPDATE hosts SET
      endpoint_count = (SELECT count(*) FROM endpoints WHERE host_id = hosts.id),
      search_text = concat_ws(char(10), host, (SELECT group_concat(address, char(10)) FROM host_addresses WHERE host_id = hosts.id));
  `,
};
