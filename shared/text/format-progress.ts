import { formatLimit } from './format.ts';
import type { UnitWords } from './words.ts';

/** How much of a limit is used up, in the limit's own unit, so that the number counts evenly: 1.2 of 5 s, 120 of 300 ms. */
export function formatProgress(
  { elapsedMs, limitMs }: { readonly elapsedMs: number; readonly limitMs: number },
  units: UnitWords,
): readonly [string, string] {
  const used = limitMs < 1_000 ? elapsedMs.toFixed(0) : (elapsedMs / 1_000).toFixed(1).replace('.', units.decimalMark);
  return [used, formatLimit(limitMs, units)];
}
