/**
 * What was typed masked and may come back from the peer; in memory only, for as long as the session lives. One character a byte.
 *
 * 1. What comes back at once, whole or key by key, is its echo, however short it is.
 * 2. What was asked for, or masked by hand, is looked for in all that is said later too, from SHORTEST_WORD characters on. What was masked only
 *    because a Telnet server echoes is not: there every command is typed masked, and "root" would be hidden wherever it stands.
 */
export interface TypedSecrets {
  /** What is looked for everywhere. */
  readonly words: readonly string[];
  /** Typed key by key, and not ended yet. */
  readonly unfinished: string;
  /** Whether that is looked for everywhere too. */
  readonly isUnfinishedWanted: boolean;
  /** Sent, and its echo may be the next the peer says. */
  readonly awaitedEcho: string;
}

/** Nothing was typed masked. */
export const noTypedSecrets: TypedSecrets = { words: [], unfinished: '', isUnfinishedWanted: false, awaitedEcho: '' };

/** Shorter ones stand in too many other words: as many characters as a PIN has. */
export const SHORTEST_WORD = 4;

/** Something longer is looked for in parts. */
const LONGEST_WORD = 1_024;

/** The newest are remembered: a pasted key has so many lines. */
const WORDS_KEPT = 64;

/** What was typed masked, as it went out. */
export interface Typed {
  readonly text: string;
  /** It is to be hidden wherever it comes back, not only where it is echoed. */
  readonly isWanted: boolean;
}

/** Remembers it. */
export function rememberTyped(before: TypedSecrets, { text, isWanted }: Typed): TypedSecrets {
  const isUnfinishedWanted = isWanted || (before.unfinished !== '' && before.isUnfinishedWanted);
  const lines = erased(before.unfinished + text).split(lineEnds);
  const unfinished = lines.pop() ?? '';
  const words = isUnfinishedWanted ? [...before.words, ...lines.flatMap(wordsOf)] : before.words;
  return {
    words: [...new Set(words)].slice(-WORDS_KEPT),
    unfinished,
    isUnfinishedWanted: unfinished !== '' && isUnfinishedWanted,
    awaitedEcho: (before.awaitedEcho + text).slice(0, LONGEST_WORD),
  };
}

/** What is to be hidden wherever it stands, the longest first. */
export function wordsToHide({ words, unfinished, isUnfinishedWanted }: TypedSecrets): readonly string[] {
  const all = isUnfinishedWanted ? [...words, ...wordsOf(unfinished)] : words;
  return all.toSorted((one, other) => other.length - one.length);
}

/** How much of what the peer says next is the echo, in characters, and what is awaited after that. */
export function takeEcho(secrets: TypedSecrets, said: string): { readonly size: number; readonly secrets: TypedSecrets } {
  if (secrets.awaitedEcho === '') return { size: 0, secrets };
  const [typed = ''] = secrets.awaitedEcho.split(lineEnds, 1);
  const size = echoSize(typed, said);
  return { size, secrets: { ...secrets, awaitedEcho: size === 0 ? '' : secrets.awaitedEcho.slice(size) } };
}

function echoSize(typed: string, said: string): number {
  // The keys that came back so far.
  if (typed.startsWith(said)) return said.length;
  // "y" is not echoed by "yes".
  const isEcho = typed !== '' && said.startsWith(typed) && (typed.length >= SHORTEST_WORD || !/^[a-z\d]/iu.test(said.slice(typed.length)));
  return isEcho ? typed.length : 0;
}

/** The secret of a line, in parts; FTP, POP3 and Redis want a command before it. */
function wordsOf(line: string): readonly string[] {
  const secret = line.replace(/^(?:PASS|AUTH) /iu, '');
  const parts = Array.from({ length: Math.ceil(secret.length / LONGEST_WORD) }, (_, index) =>
    secret.slice(index * LONGEST_WORD, (index + 1) * LONGEST_WORD),
  );
  return parts.filter((part) => part.length >= SHORTEST_WORD);
}

/** Without what was taken back, as far as keys sent one by one tell. */
function erased(text: string): string {
  let left = '';
  for (const character of text) left = erasingKeys.test(character) ? left.slice(0, -1) : left + character;
  return left;
}

/** Backspace and DEL. */
const erasingKeys = /[\x08\x7f]/u;

/** NUL: Telnet's CR NUL (RFC 854). */
const lineEnds = /[\r\n\0]+/u;
