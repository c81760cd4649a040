import type { Migration } from './migration.ts';

/** Kept console sessions, and what the console remembers of services. */
export const transcripts: Migration = {
  version: 3,
  sql: `
    -- A session of the console. It is written while it goes on: where end is NULL it goes on, or was cut off with Sonde itself.
    CREATE TABLE transcripts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      host_id INTEGER NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
      target TEXT NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('dialled', 'accepted')),
      request TEXT NOT NULL,
      is_sent_kept INTEGER NOT NULL CHECK (is_sent_kept IN (0, 1)),
      started_at_ms INTEGER NOT NULL,
      last_at_ms INTEGER NOT NULL,
      end TEXT,
      connection_count INTEGER NOT NULL DEFAULT 0,
      received_bytes INTEGER NOT NULL DEFAULT 0,
      sent_bytes INTEGER NOT NULL DEFAULT 0,
      line_count INTEGER NOT NULL DEFAULT 0,
      -- What its chunks hold now (kept_bytes: of the session's own bytes), and what they ever held.
      stored_bytes INTEGER NOT NULL DEFAULT 0,
      kept_bytes INTEGER NOT NULL DEFAULT 0,
      appended_bytes INTEGER NOT NULL DEFAULT 0,
      searched_bytes INTEGER NOT NULL DEFAULT 0,
      -- Left out because it came too fast, and because the transcript was full.
      skipped_bytes INTEGER NOT NULL DEFAULT 0,
      dropped_bytes INTEGER NOT NULL DEFAULT 0,
      -- The last line while more of it may come: replaced by each append.
      open_heads TEXT,
      open_bytes BLOB,
      -- Since when it is in no list; it can be taken back for a while.
      hidden_at_ms INTEGER
    ) STRICT;
    CREATE INDEX transcripts_by_host ON transcripts (host_id, started_at_ms, id) WHERE hidden_at_ms IS NULL;
    CREATE INDEX transcripts_by_time ON transcripts (started_at_ms, id) WHERE hidden_at_ms IS NULL;
    CREATE INDEX transcripts_by_age ON transcripts (last_at_ms) WHERE hidden_at_ms IS NULL;
    CREATE INDEX transcripts_hidden ON transcripts (hidden_at_ms) WHERE hidden_at_ms IS NOT NULL;
    -- Every one of a host, hidden or not: to merge and to delete them.
    CREATE INDEX transcripts_of_host ON transcripts (host_id);

    -- Lines of a transcript as shared/console/pack-lines.ts packs them; search_text is what searches compare (folded, visible).
    CREATE TABLE transcript_chunks (
      transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      from_bytes INTEGER NOT NULL,
      stored_bytes INTEGER NOT NULL,
      search_text TEXT,
      heads TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (transcript_id, number)
    ) STRICT;

    -- Expect-and-send lists. A service is '' where none is known.
    CREATE TABLE dialogues (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      service TEXT NOT NULL,
      name TEXT NOT NULL COLLATE NOCASE,
      steps TEXT NOT NULL,
      UNIQUE (service, name)
    ) STRICT;

    -- Lines a person sent and allowed to be kept.
    CREATE TABLE typed_lines (
      service TEXT NOT NULL,
      line TEXT NOT NULL,
      typed_at_ms INTEGER NOT NULL,
      PRIMARY KEY (service, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX typed_lines_by_time ON typed_lines (service, typed_at_ms);
  `,
};
