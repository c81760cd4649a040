import { begunPatterns, secretEnd, secretPatterns, type SecretEnd, type SecretPattern } from './secret-patterns.ts';

/** What stands where a credential was. */
export const HIDDEN = '[hidden]';

/** A text without its credentials. */
export interface Redacted {
  readonly text: string;
  /** How many there were. */
  readonly count: number;
  /** What would end the one that reaches the end of the text; null where none does. */
  readonly goesOnTo: SecretEnd | null;
}

/** What is known of a text beside itself. */
export interface TextSurroundings {
  /** What was said right before it, raw: a name there hides its value here. */
  readonly before?: string;
  /** Words that are secret wherever they stand, none of them empty. */
  readonly words?: readonly string[];
  /** More may follow: what could be the beginning of a secret is hidden too. */
  readonly isCut?: boolean;
}

/** A text without the words that are secret here and the credentials that can be known by their looks. Linear time; never throws. */
export function redactText(text: string, { before = '', words = [], isCut = false }: TextSurroundings = {}): Redacted {
  const patterns = [...wordPatterns(words), ...secretPatterns, ...(isCut ? begunPatterns : [])];
  let count = 0;
  let goesOnTo: SecretEnd | null = null;
  let whole = before + text;
  /** Where the text begins in it. */
  let start = before.length;
  for (const known of patterns) {
    // Hardly any is in a line, and looking leaves nothing for the collector: a flood has thousands of lines a second.
    if (whole.search(known.pattern) < 0) continue;
    const startNow = start;
    const wholeNow = whole;
    whole = wholeNow.replace(known.pattern, (...found) => {
      const match = String(found[0]);
      const { groups, offset } = readMatch(found);
      const stays = groups.before?.length ?? 0;
      const secret = match.slice(stays);
      // Hidden already by a pattern before this one.
      if (secret.trimStart().startsWith(HIDDEN)) return match;
      const end = offset + match.length - (groups.after?.length ?? 0);
      if (end <= startNow) start += HIDDEN.length - (end - offset - stays);
      else {
        count += 1;
        // One that began before the text is hidden in it from its first character on.
        start -= Math.max(0, startNow - offset - stays);
      }
      const isToTheEnd = offset + match.length === wholeNow.length && known.isBegun !== true;
      if (isToTheEnd && goesOnTo !== 'line') goesOnTo = secretEnd(known, secret);
      return `${groups.before ?? ''}${HIDDEN}${groups.after ?? ''}`;
    });
  }
  const redacted = whole.slice(start);
  const begunSize = isCut ? begunWordSize(redacted, words) : 0;
  if (begunSize === 0) return { text: redacted, count, goesOnTo };
  return { text: `${redacted.slice(0, -begunSize)}${HIDDEN}`, count: count + 1, goesOnTo };
}

interface Groups {
  readonly before?: string;
  readonly after?: string;
}

/** String.replace passes the match, its groups, the offset, the text, and the named groups where the pattern has any. */
function readMatch(found: readonly unknown[]): { readonly groups: Groups; readonly offset: number } {
  const last = found.at(-1);
  return isGroups(last) ? { groups: last, offset: Number(found.at(-3)) } : { groups: {}, offset: Number(found.at(-2)) };
}

function isGroups(last: unknown): last is Groups {
  return typeof last === 'object' && last !== null;
}

/** The longest first, so that no part of one is left over. */
function wordPatterns(words: readonly string[]): readonly SecretPattern[] {
  if (words.length === 0) return [];
  const literals = words.map((word) => word.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`));
  return [{ name: 'typed masked', pattern: new RegExp(literals.join('|'), 'gu') }];
}

/** How many characters at the end begin one of the words: one alone is no beginning yet. */
function begunWordSize(text: string, words: readonly string[]): number {
  for (let size = Math.min(text.length, Math.max(0, ...words.map(({ length }) => length)) - 1); size > 1; size -= 1) {
    const end = text.slice(-size);
    if (words.some((word) => word.length > size && word.startsWith(end))) return size;
  }
  return 0;
}
