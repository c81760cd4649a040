import type { Check } from '../check/check.ts';

/** Nobody searches further into what a peer says; the check itself keeps all. */
const LONGEST_HEARD = 2_000;

/** Line ends, raw and as shared/console/display.ts shows them, and spaces. */
const trailingSpace = /[\n\r \u240d\u240a]+$/u;

/** All that came back as text, for searching; null when nothing did, or no more than the table row's `cameBack` already says. */
export function heardBeyond(cameBack: string | null, { greeting, http }: Pick<Check, 'greeting' | 'http'>): string | null {
  const parts = [greeting?.text.replace(trailingSpace, '') ?? null, http === null ? null : cameBack, http?.server ?? null];
  const heard = parts
    .filter((part) => part !== null)
    .join('\n')
    .slice(0, LONGEST_HEARD);
  return heard === (cameBack ?? '') ? null : heard;
}
