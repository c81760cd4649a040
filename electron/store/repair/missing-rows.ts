/** Which rows of a table could not be read: they may be looked for elsewhere. What was read to its end and is not there was deleted. */
export interface MissingRows {
  /** Numbers from and to, both included, that nothing is known of. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** Rows came out of their order: pages were lost without a word, and every number may be missing. */
  readonly isDisordered: boolean;
}

/** Nothing of the table could be read. */
export const allMissing: MissingRows = { ranges: [], isDisordered: true };

/** All of it was. */
export const noneMissing: MissingRows = { ranges: [], isDisordered: false };

/** Whether a row may have been lost. */
export function mayBeMissing({ ranges, isDisordered }: MissingRows, id: number): boolean {
  return isDisordered || ranges.some(([from, to]) => from <= id && id <= to);
}

/** Whether any row may have been. */
export function isAnyMissing({ ranges, isDisordered }: MissingRows): boolean {
  return isDisordered || ranges.length > 0;
}
