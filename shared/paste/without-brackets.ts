/** The text inside one pair of square brackets, or the text itself: IPv6 addresses stand in them before a port (RFC 3986). */
export function withoutBrackets(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
}
