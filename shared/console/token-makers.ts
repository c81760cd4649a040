/** Tokens of known makers: how each begins, and what follows. Sources of patterns, upper and lower case apart. */
export const tokenMakers: readonly (readonly [prefix: string, rest: string])[] = [
  ['gh[pousr]_', String.raw`[A-Za-z\d]{20,255}`],
  ['github_pat_', String.raw`\w{20,255}`],
  ['glpat-', String.raw`[\w-]{20,255}`],
  ['xox[abeoprs]-', String.raw`[\w-]{10,255}`],
  ['[sr]k_(?:live|test)_', String.raw`[A-Za-z\d]{16,255}`],
  ['sk-', String.raw`[\w-]{20,255}`],
  ['AIza', String.raw`[\w-]{35}`],
  [String.raw`ya29\.`, String.raw`[\w-]{20,255}`],
  ['npm_', String.raw`[A-Za-z\d]{30,255}`],
  [String.raw`SG\.`, String.raw`[\w-]{16,64}\.[\w-]{16,64}`],
  [String.raw`hvs\.`, String.raw`[\w-]{20,255}`],
  ['dop_v1_', String.raw`[a-f\d]{32,255}`],
  ['whsec_', String.raw`[A-Za-z\d+/=]{16,255}`],
  ['pypi-', String.raw`[\w-]{16,255}`],
  ['EAA', String.raw`[A-Za-z\d]{12,255}`],
  ['AGE-SECRET-KEY-1', String.raw`[A-Z\d]{10,80}`],
];
