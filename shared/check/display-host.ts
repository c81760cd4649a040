import punycode from 'punycode/punycode.js';

import { readHost } from './host-name.ts';

/**
 * A kept host as people read it: each label in its own script where it cannot be mistaken for another, else in punycode.
 *
 * A label is shown in Unicode when
 * 1. it is valid punycode, in the one spelling it has,
 * 2. it is of one script, or of Latin beside Japanese, Chinese or Korean (the sets of UTS 39 section 5.2, "highly restrictive"),
 * 3. it is not spelled only with Cyrillic letters that look Latin under a Latin top-level domain.
 */
export function displayHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const labels = host.split('.');
  const latinTop = !(labels.at(-1) ?? '').startsWith('xn--');
  return labels.map((label) => displayLabel(label, latinTop)).join('.');
}

function displayLabel(label: string, latinTop: boolean): string {
  const shown = label.startsWith('xn--') ? decode(label.slice('xn--'.length)) : null;
  if (shown === null || !isOneWriting(shown)) return label;
  if (latinTop && looksLatin.test(shown)) return label;
  const again = readHost(shown);
  return again.kind === 'host' && again.host === label ? shown : label;
}

function decode(encoded: string): string | null {
  try {
    return punycode.decode(encoded);
  } catch {
    // Not punycode: anybody may register or invent such a label. It is shown as it is.
    return null;
  }
}

/** Scripts that whole living languages are written with (UAX 31 table 5, "recommended"), and the sets that mix by habit. */
const writings = [
  ...['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Thaana', 'Ethiopic'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'],
].map((script) => [script]);

const mixedWritings = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/** Patterns are made when a name needs them: all of them cost 2 ms, on every start of the command line. */
function isOneWriting(label: string): boolean {
  return [...writings, ...mixedWritings].some((scripts) => {
    const characters = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('');
    return new RegExp(`^[${characters}0-9_-]+$`, 'u').test(label);
  });
}

/** Cyrillic letters drawn as Latin ones are: the list of Chromium's idn_spoof_checker.cc. */
const looksLatin =
  /^[\u0430\u0433\u0435\u043e\u043f\u0440\u0441\u0443\u0445\u044a\u044c\u0455\u0456\u0458\u0461\u0475\u04bb\u04bd\u04cf\u0501\u051b\u051d0-9_-]+$/u;
