import { displayHost } from '../check/display-host.ts';

/** What a host can be found by. */
export interface HostLabels {
  readonly host: string;
  readonly displayName: string | null;
  readonly formerNames: readonly string[];
  readonly addresses: readonly string[];
  readonly tags: readonly string[];
  readonly notes: readonly string[];
}

/** Everything a search for a host looks at, folded; one label a line, so that nothing is found across two of them. */
export function searchTextOf({ host, displayName, formerNames, addresses, tags, notes }: HostLabels): string {
  const names = [host, ...formerNames];
  const shown = names.map(displayHost).filter((name) => !names.includes(name));
  return fold([...names, ...shown, displayName ?? '', ...tags, ...addresses, ...notes].filter((label) => label !== '').join('\n'));
}

/** The words of a search, each to be found in the search text of a host. */
export function searchWordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** A text as searches compare it: without case, and with one form for each character that has several. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
