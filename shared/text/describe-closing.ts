import { displayHost } from '../check/display-host.ts';
import { makeVisible } from '../console/display.ts';
import type { KeptChange } from '../guidance/kept-case.ts';
import type { ClosingWords } from './closing-words.ts';

/** The question before the app is closed. */
export interface DescribedClosing {
  readonly message: string;
  readonly detail: string;
}

/** More lines than these make nobody read them. */
const CHANGES_NAMED = 5;

/** Puts the question before the app is closed into words: which changes are still to be undone. */
export function describeClosing(changes: readonly KeptChange[], words: ClosingWords): DescribedClosing {
  const named = changes.slice(0, CHANGES_NAMED).map(({ change, host }) => words.change(makeVisible(change.title), displayHost(host)));
  const rest = changes.length - named.length;
  const lines = [...named, ...(rest === 0 ? [] : [words.more(rest)])];
  return { message: words.message(changes.length), detail: [...lines, '', words.consequence].join('\n') };
}
