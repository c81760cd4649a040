import { differenceGroups, type Comparison, type Difference, type DifferenceGroup } from '../../../shared/history/comparison.ts';

/** The rows of one part of a comparison. */
export interface CompareGroup {
  readonly group: DifferenceGroup;
  readonly changed: readonly Difference[];
  readonly same: readonly Difference[];
}

/** The parts of a comparison in their order, those with nothing in them left out. */
export function compareGroups({ differences }: Comparison): readonly CompareGroup[] {
  return differenceGroups
    .map((group) => {
      const rows = differences.filter((row) => row.group === group);
      return { group, changed: rows.filter(({ changed }) => changed), same: rows.filter(({ changed }) => !changed) };
    })
    .filter(({ changed, same }) => changed.length + same.length > 0);
}
