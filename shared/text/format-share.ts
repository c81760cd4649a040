import type { UnitWords } from './words.ts';

/** A share from 0 to 1 in percent: 99.9 %, 83 %. What is not all and not nothing is never shown as such. */
export function formatShare(share: number, units: UnitWords): string {
  const percent = share * 100;
  const digits = percent > 0 && percent < 100 && (percent < 1 || percent > 99) ? 2 : 0;
  const inside = digits === 2 ? Math.min(99.99, Math.max(0.01, percent)) : percent;
  return `${inside.toFixed(digits).replace('.', units.decimalMark)}\u00a0%`;
}
