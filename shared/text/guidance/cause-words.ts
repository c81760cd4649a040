import type { CauseWords, Say } from './guidance-words.ts';

/** The words that a set of causes needs. */
export type CauseWordsOf<Causes> = { readonly [Id in keyof Causes]: CauseWords };

/** The words of one cause: its name, what is said when it is found, and why it is thought of at all. */
export function cause(name: string, found: Say, usual: string): CauseWords {
  return { name, found, usual };
}
