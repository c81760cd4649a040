import type { RepairWords } from './repair-words.ts';

const checks = (count: string, isOne: boolean): string => `${count}\u00a0${isOne ? 'check' : 'checks'}`;

/** The words of repairing a damaged history in English. */
export const englishRepair: RepairWords = {
  damaged: 'The history is damaged and cannot be used.',
  partlyDamaged: 'A part of the history is damaged.',
  promise: 'Repair reads what can be read, adds what a backup has, and keeps the damaged files.',
  repair: 'Repair',
  stop: 'Stop',
  done: 'Done',
  repairing: (share) => `Repairing the history${share === null ? '…' : ` ${share}`}`,
  repaired: 'The history was repaired.',
  salvaged: (count, isOne) => `${checks(count, isOne)} read from the damaged file.`,
  fromBackup: (count, isOne) => `${checks(count, isOne)} taken from the newest backup.`,
  lost: (count, isOne) => `${checks(count, isOne)} could not be found again.`,
  nothingLost: 'No check is lost.',
  lossUnknown: 'How many are lost cannot be told.',
  kept: (folder) => `The damaged files are kept in ${folder}.`,
  sound: 'Nothing is wrong with the history; nothing was changed.',
  refused: 'The history was left untouched.',
  asks: (path) => `Repair ${path}? What can be read is kept, the damaged files go into quarantine beside it. [y/N] `,
  needsYes: 'Nobody can be asked here: say --yes to repair the history.',
  notRepaired: 'Nothing was changed.',
  restoreReplacesDamaged:
    'The history is damaged. Say --force to put the copy in its place (its files are kept in quarantine), or try sonde repair first.',
  restored: (quarantine) => `The copy is in place. The damaged files are kept in ${quarantine}.`,
  restoredInstead: 'The backup is in place. The damaged files are kept in the folder “quarantine” beside it.',
};
