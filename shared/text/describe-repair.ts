import type { RepairCounts } from '../history/repair-counts.ts';
import { formatCount } from './format.ts';
import type { Words } from './words.ts';

/** A repair that was done. */
export interface RepairDone {
  /** Null where they are not known. */
  readonly counts: RepairCounts | null;
  /** The folder with the damaged files. */
  readonly quarantine: string;
}

/** What became of the history, sentence by sentence: what is back, what is lost, where the damaged files are. */
export function describeRepair({ counts, quarantine }: RepairDone, { repair, units }: Words): readonly string[] {
  const say = (sentence: (count: string, isOne: boolean) => string, count: number): string =>
    sentence(formatCount(count, units), count === 1);
  if (counts === null) return [repair.repaired, repair.lossUnknown, repair.kept(quarantine)];
  const { salvagedCount, fromBackupCount, lostCount } = counts;
  const lost = lostCount === null ? repair.lossUnknown : lostCount === 0 ? repair.nothingLost : say(repair.lost, lostCount);
  const fromBackup = fromBackupCount === 0 ? [] : [say(repair.fromBackup, fromBackupCount)];
  return [repair.repaired, say(repair.salvaged, salvagedCount), ...fromBackup, lost, repair.kept(quarantine)];
}
