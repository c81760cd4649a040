/** A text cut where it differs from another one; `changed` is empty when nothing in it does. */
export interface ChangedPart {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

/** Finds what differs from another text, whole words and numbers: of 198.51.100.44 beside 198.51.100.40 it is "44". */
export function changedPart(text: string, other: string): ChangedPart {
  const [words, others] = [cut(text), cut(other)];
  const most = Math.min(words.length, others.length);
  let start = 0;
  while (start < most && words[start] === others[start]) start += 1;
  let end = 0;
  while (end < most - start && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  return {
    before: words.slice(0, start).join(''),
    changed: words.slice(start, words.length - end).join(''),
    after: words.slice(words.length - end).join(''),
  };
}

/** Words and numbers whole, everything else mark by mark. */
function cut(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|./gsu) ?? [];
}
