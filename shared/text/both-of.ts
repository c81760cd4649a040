import type { Compared, ComparedValues, Comparison, Difference } from '../history/comparison.ts';

/** What both checks saw of one kind, when it changed; else null. */
export function bothOf<Kind extends keyof ComparedValues>(
  { differences }: Comparison,
  kind: Kind,
): { readonly older: ComparedValues[Kind]; readonly newer: ComparedValues[Kind] } | null {
  const found: Compared<Kind> | undefined = differences.find((one): one is Difference & Compared<Kind> => one.kind === kind);
  if (found === undefined || !found.changed || found.older === null || found.newer === null) return null;
  return { older: found.older, newer: found.newer };
}
