import { readAddress } from '../check/ip-address.ts';
import { outcomes } from '../check/outcome.ts';
import type { ChecksFilter } from '../history/checks-wanted.ts';
import type { Words } from './words.ts';

/** Reads what is typed to find past checks: an outcome by its word, a port as "port 25" or ":25", a whole address, else text in what came back; nothing wants all. */
export function readChecksFilter(typed: string, words: Words): Pick<ChecksFilter, 'outcomes' | 'address' | 'port' | 'text'> {
  const text = typed.trim();
  const none = { outcomes: null, address: null, port: null, text: null };
  if (text === '') return none;
  const port = readPort(text, words);
  if (port !== null) return { ...none, port };
  const named = outcomes.filter((outcome) => words.outcomes[outcome].word.toLowerCase().startsWith(text.toLowerCase()));
  if (named.length > 0) return { ...none, outcomes: named };
  const read = readAddress(text);
  return read === null ? { ...none, text } : { ...none, address: read.address };
}

/** A number alone may as well be looked for in what came back. */
function readPort(text: string, { window }: Words): number | null {
  const read = /^(?<mark>\D*?)\s*(?<digits>\d{1,5})$/u.exec(text);
  const mark = read?.groups?.['mark']?.trim().toLowerCase();
  if (mark !== ':' && mark !== window.checks.port.toLowerCase()) return null;
  const port = Number(read?.groups?.['digits']);
  return port >= 1 && port <= 65_535 ? port : null;
}
