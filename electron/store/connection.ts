import type { Database } from 'better-sqlite3';

import { classifyProblem } from './classify-problem.ts';
import { steadyMs } from './steady-clock.ts';

/** While it opens, a process waits this long for another that makes or migrates the same file; in milliseconds. */
export const BUSY_TIMEOUT_MS = 5_000;

/** Once open, SQLite waits no longer than one commit on a slow disk takes: its wait stops the whole thread (see patiently.ts). */
const COMMIT_WAIT_MS = 100;

/** Ends the patience of opening. */
export function shortenWaits(database: Database): void {
  database.exec(`PRAGMA busy_timeout = ${COMMIT_WAIT_MS}`);
}

/** Ends all patience, for what is tried again by whoever asks. */
export function refuseWaits(database: Database): void {
  database.exec('PRAGMA busy_timeout = 0');
}

/** Brings it back, for a thread that nobody waits for. */
export function lengthenWaits(database: Database): void {
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
}

/** "Snde": tells our file from every other SQLite database (https://sqlite.org/pragma.html#pragma_application_id). */
export const APPLICATION_ID = 0x53_6e_64_65;

/** In pages of 4 KiB: a batch of two thousand checks fits, so that not each of its commits writes the database file, too. */
const CHECKPOINT_PAGES = 3_000;

/** After a checkpoint the -wal file is cut to this, so that one big batch does not keep its space for ever. */
const JOURNAL_SIZE_LIMIT_BYTES = 16 * 1024 * 1024;

/** Defences against a file somebody else prepared (https://sqlite.org/security.html); to be set before anything is read from it. */
export function harden(database: Database): void {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0');
}

/**
 * Makes every COMMIT wait for the disk. Gives what is wrong when the file or its file system cannot do that, else null.
 *
 * better-sqlite3 is compiled to fall back to synchronous = NORMAL in WAL, where a power cut takes acknowledged commits with it:
 * FULL is set on every open, after the switch, and read back.
 */
export function makeDurable(database: Database): string | null {
  switchToWriteAheadLog(database);
  database.exec(`
    PRAGMA synchronous = FULL; PRAGMA checkpoint_fullfsync = ON; PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON`);
  const journalMode = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (journalMode === 'wal' && synchronous === FULL) return null;
  return `The journal is ${String(journalMode)} and synchronous is ${String(synchronous)}; "wal" and ${FULL} are needed.`;
}

/** How PRAGMA synchronous spells FULL. */
const FULL = 2;

/** A new file is switched under an exclusive lock that SQLite does not wait for: two processes that make it at once have to take turns. */
function switchToWriteAheadLog(database: Database): void {
  const deadlineMs = steadyMs() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isLocked = classifyProblem(error, database.name).kind === 'locked';
      if (!isLocked || steadyMs() > deadlineMs) throw error;
      sleep(TURN_MS);
    }
  }
}

/** About as long as the other process needs to make the file. */
const TURN_MS = 5;

/** Opening is synchronous, as all of SQLite here. */
function sleep(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);
}
