import type { ClosingWords } from './closing-words.ts';

/** The words of the question before the app is closed, in English. */
export const englishClosing: ClosingWords = {
  message: (count) => (count === 1 ? 'One change is still to be undone.' : `${count} changes are still to be undone.`),
  change: (title, host) => `${title}, for ${host}`,
  more: (count) => `and ${count} more`,
  consequence: 'What was changed stays so after Sonde is closed. Its undo is kept in its case.',
  showMe: 'Show me',
  closeAnyway: 'Close anyway',
};
