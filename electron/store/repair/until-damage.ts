import Database from 'better-sqlite3';
import * as v from 'valibot';

/** A row as it is in the file; nothing about it is certain. */
export type SalvagedRow = Readonly<v.InferOutput<typeof rowSchema>>;

const rowSchema = v.record(v.string(), v.unknown());

/** Gives the rows of a statement up to the first that cannot be read; `onDamage` hears that there is one. What whoever takes them throws is not caught. */
export function* untilDamage(rows: () => Iterable<unknown>, onDamage: () => void): Generator<SalvagedRow, void> {
  try {
    for (const row of rows()) yield v.parse(rowSchema, row);
  } catch (error) {
    // A damaged page, or what a damaged schema makes of the statement.
    if (!(error instanceof Database.SqliteError)) throw error;
    onDamage();
  }
}

/** A name in SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
