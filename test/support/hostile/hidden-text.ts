/** Code points that no shown text may hold: controls but the line feed, what reorders, hides or joins, lone surrogates, noncharacters. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Every text in a value, keys too, that holds such a code point; a line feed only where texts may have lines. */
export function textsThatHide(value: unknown): readonly string[] {
  if (typeof value === 'string') return hidden.test(value.replaceAll('\n', '')) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...textsThatHide(key), ...textsThatHide(item)]);
}
