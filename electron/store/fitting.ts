import * as v from 'valibot';

/** The rows that fit their schema, in their order, and how many did not. */
export interface Fitting<T> {
  readonly rows: readonly T[];
  readonly unreadableCount: number;
}

/** Keeps the rows that fit: what is in the file may have been written by anyone, and one bad row must not cost the others. */
export function fitting<Row extends v.GenericSchema>(schema: Row, rows: readonly unknown[]): Fitting<v.InferOutput<Row>> {
  const fits = rows.map((row) => v.safeParse(schema, row)).filter((fit) => fit.success);
  return { rows: fits.map((fit) => fit.output), unreadableCount: rows.length - fits.length };
}
