import type { NoticeWords } from './notice-words.ts';

/** The words of notices in English. */
export const englishNotice: NoticeWords = {
  changed: (endpoint, outcome) => `${endpoint}: ${outcome}`,
  before: (outcome) => `It was “${outcome}” before. Click to see what changed.`,
};
