import type { Migration } from './migration.ts';

/** What was done about endpoints, and what was changed on servers and is still to be undone. */
export const cases: Migration = {
  version: 4,
  sql: `
    -- Nothing was ever kept in it.
    DROP TABLE cases;
    CREATE TABLE cases (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
      transport TEXT NOT NULL CHECK (transport IN ('tcp', 'udp')),
      title TEXT NOT NULL,
      opened_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      -- Counted with every entry, so that a list of cases never reads entries.
      last_entry_at_ms INTEGER NOT NULL,
      entry_count INTEGER NOT NULL DEFAULT 0,
      -- Something was run and not undone; whether it was over by itself since depends on the time it is asked.
      has_open_changes INTEGER NOT NULL DEFAULT 0 CHECK (has_open_changes IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX cases_open ON cases (host_id, port, transport) WHERE closed_at_ms IS NULL;
    CREATE INDEX cases_by_host ON cases (host_id, closed_at_ms IS NULL, last_entry_at_ms, id);
    CREATE INDEX cases_with_open_changes ON cases (id) WHERE has_open_changes = 1;

    -- Only ever added to. The order is that of the ids: the clock of the computer may be set back.
    CREATE TABLE case_entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      entry TEXT NOT NULL
    ) STRICT;
    CREATE INDEX case_entries_by_case ON case_entries (case_id);

    -- Which system the server runs, as somebody said once.
    ALTER TABLE hosts ADD COLUMN system TEXT CHECK (system IN ('linux', 'windows', 'macos'));
    ALTER TABLE hosts ADD COLUMN system_learnt_at_ms INTEGER;

    -- Results from other places are few beside our own, and looked for with every piece of advice.
    CREATE INDEX checks_elsewhere ON checks (host_id, port, transport, started_at_ms, id) WHERE vantage <> 'here';
  `,
};
