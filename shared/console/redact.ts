import { secretEnd, secretPatterns, type SecretEnd } from './secret-patterns.ts';

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

/** A text without the credentials that can be known by their looks. Linear time; never throws. */
export function redactText(text: string): Redacted {
  let count = 0;
  let goesOnTo: SecretEnd | null = null;
  const redacted = secretPatterns.reduce(
    (before, known) =>
      before.replace(known.pattern, (...found) => {
        const match = String(found[0]);
        const { groups, offset } = readMatch(found);
        const secret = match.slice(groups.before?.length ?? 0);
        // Hidden already by a pattern before this one.
        if (secret.trimStart().startsWith(HIDDEN)) return match;
        count += 1;
        if (offset + match.length === before.length && goesOnTo !== 'line') goesOnTo = secretEnd(known, secret);
        return `${groups.before ?? ''}${HIDDEN}${groups.after ?? ''}`;
      }),
    text,
  );
  return { text: redacted, count, goesOnTo };
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
