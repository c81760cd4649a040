/**
 * What is left of a greeting without the parts that differ each time: two greetings of the same shape say the same.
 *
 * 1. A greeting with control characters inside is a binary protocol's, full of one-time numbers (MySQL's salt): its shape is null,
 *    and its product alone is compared.
 * 2. Times of day, dates, POP3's `<1896.697170952@host>` (RFC 1939 section 7), and numbers and hexadecimal ids of five digits or more go.
 */
export function greetingShape(text: string): string | null {
  if (binary.test(text)) return null;
  return changing.reduce((shape, pattern) => shape.replace(pattern, '·'), text).trim();
}

/** Visible control characters (shared/console/display.ts) other than tab, line feed and carriage return. */
const binary = /[\u2400-\u2408\u240b\u240c\u240e-\u2421]|\\x[89][0-9a-f]/u;

const changing = [
  /<[^<>\s]*\d[^<>\s]*@[^<>\s]*>/gu,
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[AP]M\b)?/giu,
  /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/giu,
  /\b\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4}\b/giu,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2},?\s+\d{4}\b/giu,
  /\b\d{4}-\d{2}-\d{2}T?/gu,
  /(?<![\w+])[+-]\d{4}\b(?:\s?\([A-Z]{2,5}\))?/gu,
  // A product's version has no five digits in a row, an id of a session has; a word without a digit stays.
  /\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b|\b\d{5,}\b/giu,
] as const;
