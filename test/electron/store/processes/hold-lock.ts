// Begins to write the file of argv[2], still without a write-ahead log, says "held", and lets go after half a second.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

const database = new Database(process.argv[2]);
database.exec('BEGIN IMMEDIATE');
writeSync(1, 'held\n');
await pause(500);
database.exec('ROLLBACK');
database.close();
