/** The first line of a text. */
export function firstLineOf(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
