import type { Seen } from '../../../shared/text/seen.ts';
import type { GuidanceWords } from '../../../shared/text/guidance/guidance-words.ts';

/** Every sentence of the catalogue that needs nothing but the check, by where it stands. */
export function catalogueTexts(guidance: GuidanceWords, seen: Seen): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const take = (path: string, value: unknown): void => {
    if (typeof value === 'string') texts[path] = value;
    else if (typeof value === 'function' && value.length <= 1) texts[path] = String((value as (about: Seen) => unknown)(seen));
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) take(`${path}.${key}`, one);
  };
  for (const part of ['symptoms', 'inquiries', 'findings', 'causes', 'steps', 'cards', 'effects'] as const) take(part, guidance[part]);
  return texts;
}
