import * as v from 'valibot';

/** A yes or no as SQLite keeps it. */
export const flagSchema = v.pipe(
  v.picklist([0, 1]),
  v.transform((flag) => flag === 1),
);
