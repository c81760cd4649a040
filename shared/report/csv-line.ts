import { makeVisible } from '../console/display.ts';

/**
 * One row of CSV, its end (CR LF) included: RFC 4180, and safe to open in a spreadsheet.
 *
 * 1. Every field is quoted, and quotes inside are doubled.
 * 2. A field that a spreadsheet would take for a formula gets an apostrophe in front (OWASP ASVS 1.2.10): it then shows the text.
 * 3. Control and invisible characters are shown as names (shared/console/display.ts).
 *
 * Null is an empty field.
 */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | null): string {
  if (value === null) return '""';
  const text = typeof value === 'number' ? String(value) : defuse(value);
  return `"${text.replaceAll('"', '""')}"`;
}

/** = + - @, also in their full-width forms, and the control characters a spreadsheet skips before them. */
const opensFormula = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\u0000]/u;

function defuse(text: string): string {
  return `${opensFormula.test(text) ? "'" : ''}${makeVisible(text)}`;
}
