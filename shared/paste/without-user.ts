/** The text after its last @: names and passwords are not needed for a check, so they are not kept, not even in a problem. */
export function withoutUser(text: string): string {
  return text.slice(text.lastIndexOf('@') + 1);
}
