import { secretPatterns } from './secret-patterns.ts';

/** What stands where a credential was. */
export const HIDDEN = '[hidden]';

/** A text without the credentials that can be known by their looks, and how many there were. Linear time; never throws. */
export function redactText(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const redacted = secretPatterns.reduce(
    (before, { pattern }) =>
      before.replace(pattern, (...found) => {
        const match = String(found[0]);
        const groups: unknown = found.at(-1);
        const kept = isGroups(groups) ? groups : {};
        // Hidden already by a pattern before this one.
        if (
          match
            .slice(kept.before?.length ?? 0)
            .trimStart()
            .startsWith(HIDDEN)
        )
          return match;
        count += 1;
        return `${kept.before ?? ''}${HIDDEN}${kept.after ?? ''}`;
      }),
    text,
  );
  return { text: redacted, count };
}

interface Groups {
  readonly before?: string;
  readonly after?: string;
}

/** String.replace passes the named groups last, where the pattern has any. */
function isGroups(last: unknown): last is Groups {
  return typeof last === 'object' && last !== null;
}
