import { endedAt } from './tell-endpoint.ts';
import type { ToldCause, ToldEndpoint } from './told.ts';

/** What one line of a tool that connects and then shows the peer's words is. */
export type DialogueLine =
  /** An attempt and how it went. */
  | ToldEndpoint
  /** The connection ended. */
  | { readonly kind: 'ended'; readonly cause: ToldCause }
  /** The tool's own words, that tell nothing of the outcome. */
  | { readonly kind: 'noise' };

/**
 * Reads the output of such a tool; null when no line of it is an attempt.
 *
 * 1. A line the tool's reader does not know is what the peer said, once it is connected (and what the person typed).
 * 2. An end before the peer said a word is a finding; after it, it is only the end.
 */
export function readDialogue(lines: readonly string[], read: (line: string) => DialogueLine | null): readonly ToldEndpoint[] | null {
  const told: ToldEndpoint[] = [];
  let words: string[] = [];
  const settle = (): void => {
    const last = told.at(-1);
    if (last !== undefined && words.length > 0) told[told.length - 1] = { ...last, words: words.join('\n').trim() };
    words = [];
  };
  for (const line of lines) {
    const known = read(line);
    const last = told.at(-1);
    if (known === null) {
      if (last !== undefined && last.failure === null && (line !== '' || words.length > 0)) words.push(line);
    } else if (known.kind === 'endpoint') {
      settle();
      told.push(known);
    } else if (known.kind === 'ended') {
      const isSilent = words.length === 0 && last?.words === null && last.failure === null;
      if (last !== undefined && isSilent) told[told.length - 1] = endedAt('greeting', last, { cause: known.cause, line });
      settle();
    }
  }
  settle();
  return told.length === 0 ? null : told;
}

/** A line that tells nothing. */
export const noise: DialogueLine = { kind: 'noise' };
