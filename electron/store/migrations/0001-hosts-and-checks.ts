import type { Migration } from './migration.ts';

/** Hosts with their endpoints, and every check made of them. */
export const hostsAndChecks: Migration = {
  version: 1,
  sql: `
    -- A name and an address are two hosts. The last_ columns repeat the newest check, so that the list of hosts never reads checks.
    CREATE TABLE hosts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      host TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('name', 'address')),
      created_at_ms INTEGER NOT NULL,
      last_outcome TEXT NOT NULL,
      last_checked_at_ms INTEGER NOT NULL,
      check_count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX hosts_by_last_check ON hosts (last_checked_at_ms);

    CREATE TABLE endpoints (
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
      transport TEXT NOT NULL CHECK (transport IN ('tcp', 'udp')),
      last_outcome TEXT NOT NULL,
      last_checked_at_ms INTEGER NOT NULL,
      PRIMARY KEY (host_id, port, transport)
    ) STRICT, WITHOUT ROWID;

    -- What resolving a name showed. The address is a text, not a host: most addresses are never checked by themselves.
    CREATE TABLE host_addresses (
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      address TEXT NOT NULL,
      first_seen_at_ms INTEGER NOT NULL,
      last_seen_at_ms INTEGER NOT NULL,
      PRIMARY KEY (host_id, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX host_addresses_by_address ON host_addresses (address);

    CREATE TABLE cases (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT;

    -- Newest first is by id: the clock of the computer may be set back, the id never is.
    CREATE TABLE checks (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
      transport TEXT NOT NULL CHECK (transport IN ('tcp', 'udp')),
      outcome TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      duration_ms REAL NOT NULL,
      vantage TEXT NOT NULL,
      case_id INTEGER REFERENCES cases (id),
      address TEXT,
      reply_ms REAL,
      system_code TEXT,
      came_back TEXT
    ) STRICT;
    -- Carries what a strip shows, so that 2,000 strips are read from the index alone.
    CREATE INDEX checks_by_host ON checks (host_id, id, outcome, duration_ms);
    CREATE INDEX checks_by_endpoint ON checks (host_id, port, transport);
    CREATE INDEX checks_by_case ON checks (case_id) WHERE case_id IS NOT NULL;

    -- The whole check. Apart from its columns, so that reading a page of the table does not read past a kilobyte of JSON a row.
    CREATE TABLE check_documents (
      check_id INTEGER PRIMARY KEY REFERENCES checks (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      document TEXT NOT NULL
    ) STRICT;
  `,
};
