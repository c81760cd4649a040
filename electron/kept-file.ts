import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small file of the data folder. */
export interface KeptFile {
  readonly folder: string;
  readonly name: string;
}

/** Reads the file as JSON; undefined when it is missing or damaged. Never throws. */
export function readKept({ folder, name }: KeptFile): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined; // the first start, or a file somebody changed
  }
}

/** Writes the file whole or not at all, for this user only; false when the folder cannot be written, which costs no more than the memory of it. */
export function writeKept({ folder, name }: KeptFile, value: unknown): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `${name}.new`);
    writeFileSync(draft, JSON.stringify(value), { mode: 0o600 });
    renameSync(draft, join(folder, name));
    return true;
  } catch {
    return false;
  }
}
