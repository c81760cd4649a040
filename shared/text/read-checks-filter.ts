import { readAddress } from '../check/ip-address.ts';
import { outcomes } from '../check/outcome.ts';
import type { ChecksFilter } from '../history/checks-wanted.ts';
import type { Words } from './words.ts';

/** Reads what is typed to find past checks: an outcome by its word, a whole address, else text in what came back; nothing wants all. */
export function readChecksFilter(typed: string, words: Words): Pick<ChecksFilter, 'outcomes' | 'address' | 'text'> {
  const text = typed.trim();
  const none = { outcomes: null, address: null, text: null };
  if (text === '') return none;
  const named = outcomes.filter((outcome) => words.outcomes[outcome].word.toLowerCase().startsWith(text.toLowerCase()));
  if (named.length > 0) return { ...none, outcomes: named };
  const read = readAddress(text);
  return read === null ? { ...none, text } : { ...none, address: read.address };
}
