import { closeSync, fstatSync, openSync, readSync, renameSync, existsSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

import { harden } from '../connection.ts';
import { untilDamage } from './until-damage.ts';

/** A copy of a damaged history that may be changed. */
export interface DamagedCopy {
  /** The copy; its -wal file is beside it. */
  readonly path: string;
  /** A new and empty history of this Sonde: where only the first page is damaged, this one has the same. */
  readonly templatePath: string;
}

/**
 * Opens the copy so that as much as possible can be read; null when nothing can.
 *
 * 1. As it is; an empty file gets a first page before, or SQLite would delete its log.
 * 2. With the first page of a new history: there the list of tables begins, and without it none is found.
 * 3. The same without its log, which may not be its own.
 */
export function openDamaged({ path, templatePath }: DamagedCopy): Database.Database | null {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < PAGE_BYTES) replaceFirstPage(path, templatePath);
  const asItIs = tryToOpen(path);
  if (asItIs !== null) return asItIs;
  replaceFirstPage(path, templatePath);
  const withNewPage = tryToOpen(path);
  if (withNewPage !== null || !existsSync(`${path}-wal`)) return withNewPage;
  renameSync(`${path}-wal`, `${path}-other-log`);
  return tryToOpen(path);
}

/** Whoever finds no documents of checks has not found the list of tables. */
function tryToOpen(path: string): Database.Database | null {
  const database = new Database(path);
  const tables = () => {
    harden(database);
    return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'check_documents'").iterate();
  };
  const found = [...untilDamage(tables, () => undefined)].length > 0;
  if (found) return database;
  database.close();
  return null;
}

/** Of every history. */
const PAGE_BYTES = 4_096;

/** See https://sqlite.org/fileformat.html, section 1.3, for what is where in the header. */
function replaceFirstPage(path: string, templatePath: string): void {
  const page = Buffer.alloc(PAGE_BYTES);
  withFile(templatePath, 'r', (template) => readSync(template, page, 0, PAGE_BYTES, 0));
  withFile(path, existsSync(path) ? 'r+' : 'wx', (file) => {
    page.writeUInt32BE(1, 24);
    page.writeUInt32BE(Math.max(1, Math.floor(fstatSync(file).size / PAGE_BYTES)), 28);
    // No list of free pages: nothing is going to be written.
    page.writeUInt32BE(0, 32);
    page.writeUInt32BE(0, 36);
    page.writeUInt32BE(1, 92);
    writeSync(file, page, 0, PAGE_BYTES, 0);
  });
}

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}
