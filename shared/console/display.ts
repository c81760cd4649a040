import { latin1 } from './latin1.ts';

/**
 * Bytes of a peer as text that is safe to show: the only way from the wire to a screen, a terminal or a report.
 *
 * 1. Decoded as UTF-8 where it is valid, byte by byte as Latin-1 where it is not.
 * 2. Control characters (C0, DEL, C1) become visible tokens: ␍ ␊ ␛ and \x9b.
 * 3. Code points that reorder, join or hide text (bidi, zero-width, tags, line and paragraph separators, noncharacters) become
 *    \u{202e} and the like.
 * 4. More than 8 combining marks in a row are cut to 8 and counted.
 *
 * Line ends (LF, CR LF) stay line feeds when `lines` is "kept". Linear in the length of the input; never throws.
 */
export function toDisplay(bytes: Uint8Array, lines: 'kept' | 'shown' = 'shown'): string {
  return makeVisible(decode(bytes), lines);
}

/** The same for text that is already decoded: names in certificates, headers, error texts. */
export function makeVisible(text: string, lines: 'kept' | 'shown' = 'shown'): string {
  return cutMarks(makeTokens(text, lines));
}

/** Steps 2 and 3 alone, for a text that goes on. */
export function makeTokens(text: string, lines: 'kept' | 'shown'): string {
  const lined = lines === 'kept' ? text.replaceAll('\r\n', '\n') : text;
  return lined.replace(hiddenRuns, (run) => (lines === 'kept' ? run.split('\n').map(tokens).join('\n') : tokens(run)));
}

/** Step 4 alone. */
export function cutMarks(text: string): string {
  return text.replace(tooManyMarks, (run) => {
    const marks = Array.from(run);
    return `${marks.slice(0, MARKS_KEPT).join('')}${marksToken(marks.length - MARKS_KEPT)}`;
  });
}

/** Stacked marks climb over neighbouring lines; real scripts need fewer than this. */
export const MARKS_KEPT = 8;

/** Stands for the combining marks of one run that are not shown. */
export function marksToken(count: number): string {
  return `\\u{+${count} marks}`;
}

const tooManyMarks = /\p{M}{9,}/gu;

/**
 * Runs of code points that are not themselves to be seen: controls (Cc), formats such as bidi and joiners (Cf, CVE-2021-42574), lone
 * surrogates (Cs), Unicode's own line ends (Zl, Zp), what fonts draw as nothing (Default_Ignorable), and noncharacters.
 */
export const hiddenRuns = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]+/gu;

function tokens(run: string): string {
  let shown = '';
  for (const character of run) shown += tokenOf(character);
  return shown;
}

/** What stands for one of these characters. */
export function tokenOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return byteTokens[code] ?? `\\u{${code.toString(16)}}`;
}

/** Looked up, not made, because a hostile flood is made of these. */
const byteTokens = Array.from({ length: 0x100 }, (_, code) => {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
});

function decode(bytes: Uint8Array): string {
  // Most greetings are a line of ASCII, and the first TextDecoder of a process costs 1 ms.
  if (bytes.length < SHORT_BYTES && bytes.every((byte) => byte < 0x80)) return latin1(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: Latin-1 keeps one character a byte, so nothing is lost.
    return latin1(bytes);
  }
}

const SHORT_BYTES = 1_024;
