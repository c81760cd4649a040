import type { Check } from '../../check/check.ts';

/** Longest piece of a peer's words that stands in a sentence, in characters. */
const LONGEST_QUOTE = 120;

/** Line ends, raw and as shared/console/display.ts shows them. */
const lineEnd = /[\r\n\u240a\u240d]/u;

/** What the peer said for itself: its HTTP status line, else the first line of its greeting; null when it said nothing. Visible text. */
export function firstWords({ http, greeting, failure }: Check): string | null {
  if (http !== null) return `HTTP ${http.status} ${http.reason}`.trim();
  const text = greeting?.text ?? (failure?.operation === 'greeting' ? failure.detail : null);
  const line = (text ?? '').split(lineEnd).find((one) => one.trim() !== '');
  return line === undefined ? null : Array.from(line.trim()).slice(0, LONGEST_QUOTE).join('');
}
