/** A text of at most so many UTF-16 units and an ellipsis when there is more. A character of two units is never cut in half. */
export function cutShort(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/\p{Cs}$/u, '')}…` : text;
}
