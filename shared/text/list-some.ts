import type { Words } from './words.ts';

/** More names or addresses than this help nobody in a sentence. */
export const LISTED = 3;

/** The first few of a list, and how many more there are. */
export function listSome(texts: readonly string[], { compare }: Words): string {
  return compare.more(texts.slice(0, LISTED), Math.max(0, texts.length - LISTED));
}
