// Begins to write the file of argv[2], still without a write-ahead log, says "held", and lets go after argv[3] milliseconds or half a second.
// With argv[4], it shows that it writes for long.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

import { showLongWriting } from '../../../../electron/store/long-writing.ts';

const [, , path = '', holdMs = '500', isLong] = process.argv;
const endWriting = isLong === undefined ? () => undefined : showLongWriting(path);
const database = new Database(path);
database.exec('BEGIN IMMEDIATE');
writeSync(1, 'held\n');
await pause(Number(holdMs));
database.exec('ROLLBACK');
database.close();
endWriting();
