/** A word of the trade with what it means. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

/** The glossary's words that texts use, in the order of their first use; inside a longer one that is explained, the shorter is not looked for. */
export function findTerms(texts: readonly string[], glossary: Readonly<Record<string, string>>): readonly Term[] {
  const pattern = termPattern(Object.keys(glossary));
  const used = texts.flatMap((text) => [...text.matchAll(pattern)].map(([term]) => term));
  return [...new Set(used)].map((term) => ({ term, means: glossary[term] ?? '' }));
}

function termPattern(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((one, other) => other.length - one.length);
  const escaped = longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
