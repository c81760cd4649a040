import { formatCount } from './format.ts';
import type { UnitWords } from './words.ts';

/** Milliseconds as a bare number, for a column whose head says the unit: 3.1, 130, 5 000. */
export function formatReply(replyMs: number, units: UnitWords): string {
  return replyMs < 99.95 ? replyMs.toFixed(1).replace('.', units.decimalMark) : formatCount(Math.round(replyMs), units);
}
