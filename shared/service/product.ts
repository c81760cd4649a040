/** Longest product kept, in characters: it stands in tables. */
const LONGEST_PRODUCT = 120;

/** The part of a greeting that names the software and its version, or null. The text must be visible text already. */
export function findProduct(text: string, pattern: RegExp): string | null {
  return limitProduct(pattern.exec(text)?.[0] ?? '');
}

/** A product as visible text cut to its limit; null when there is none. */
export function limitProduct(text: string): string | null {
  const trimmed = Array.from(text.trim()).slice(0, LONGEST_PRODUCT).join('');
  return trimmed === '' ? null : trimmed;
}
