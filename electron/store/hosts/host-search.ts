import { searchWordsOf } from '../../../shared/history/search-text.ts';
import type { HostsWanted } from '../../../shared/history/hosts-wanted.ts';

/** What a search for hosts looks at. */
export interface HostQuery {
  /** How many words are to be found. */
  readonly words: number;
  readonly byOutcome: boolean;
  readonly byTag: boolean;
}

/** A search for hosts as SQL: what it looks at, its condition on `hosts`, and the values of its parameters. */
export interface HostSearch {
  readonly query: HostQuery;
  readonly condition: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The search for the hosts that are wanted. */
export function hostSearch(search: Required<Pick<HostsWanted, 'text' | 'outcomes' | 'tag' | 'favouritesOnly'>>): HostSearch {
  const words = searchWordsOf(search.text);
  const query = { words: words.length, byOutcome: words.length > 0 && search.outcomes.length > 0, byTag: search.tag !== null };
  const parameters = {
    ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
    ...(query.byOutcome ? { outcomes: JSON.stringify(search.outcomes) } : {}),
    ...(query.byTag ? { tag: search.tag } : {}),
    favouritesOnly: Number(search.favouritesOnly),
  };
  return { query, condition: conditionOf(query), parameters };
}

/** The condition on `hosts` of a search. */
export function conditionOf({ words, byOutcome, byTag }: HostQuery): string {
  const found = Array.from({ length: words }, (_, index) => `instr(search_text, @word${index}) > 0`).join(' AND ');
  const matches = byOutcome ? `(${found} OR last_outcome IN (SELECT value FROM json_each(@outcomes)))` : found;
  const tagged = 'id IN (SELECT host_id FROM host_tags WHERE tag = @tag)';
  const conditions = ['hidden_at_ms IS NULL', 'is_favourite >= @favouritesOnly', matches, byTag ? tagged : ''];
  return conditions.filter((condition) => condition !== '').join(' AND ');
}
