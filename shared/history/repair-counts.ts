import * as v from 'valibot';

/** What became of the checks of a damaged history. */
export const repairCountsSchema = v.strictObject({
  /** Read from the damaged file itself. */
  salvagedCount: v.number(),
  /** Found in the newest verified backup. */
  fromBackupCount: v.number(),
  /** Known to have been there and found nowhere; null when nothing is known. */
  lostCount: v.nullable(v.number()),
});

/** What became of the checks of a damaged history. */
export type RepairCounts = v.InferOutput<typeof repairCountsSchema>;
