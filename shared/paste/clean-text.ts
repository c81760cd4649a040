/**
 * A pasted text without what came along by accident: white space, invisible characters and backticks around it, a shell prompt before it,
 * quotes or brackets around the whole. Linear in the length of the text; never throws.
 */
export function cleanText(text: string): string {
  const bare = unwrap(trim(text, around));
  return unwrap(bare.replace(prompt, ''));
}

/** The text with the characters that word processors, chats and Asian keyboards put in place of ASCII turned back. */
export function plainPunctuation(text: string): string {
  return text
    .replace(/[\u201c-\u201f\u00ab\u00bb]/gu, '"')
    .replace(/[\u2018-\u201b]/gu, "'")
    .replace(/[\u2010-\u2013\u2212]/gu, '-')
    .replace(/\u2014/gu, '--')
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The text without the punctuation of the sentence it stood in. A closing bracket stays when it was opened inside. */
export function trimSentence(text: string): string {
  const ended = unwrap(trimEnd(text, /[.,;!?\u2026]/u));
  if (ended.startsWith('(') && !ended.includes(')')) return ended.slice(1);
  return ended.endsWith(')') && !ended.includes('(') ? trimEnd(ended, /[.,;!?)\u2026]/u) : ended;
}

/** White space, control and format characters (zero width, direction), and the backticks of Markdown. */
const around = /[\s\p{Cc}\p{Cf}`]/u;

/**
 * What shells print before the person's words: "$ ", "# ", "root@web1:~# ", "me@mac ~ % ", "[root@web1 ~]# ", "PS C:\> ", "C:\>", and the
 * "> " of a quoted mail. A path to a program is no prompt, though a redirection may follow it. Every part is bounded, so that no text makes it slow.
 */
const prompt =
  /^(?:PS [^>\n]{0,200}> ?|[A-Za-z]:\\(?:(?!\.exe\b)[^>\n]){0,200}>|\[[^\]\n]{1,100}\] ?[$#] |\S{1,64}@\S{1,64} \S{1,100} [%$#] |[^\s:]{0,100}% |\S{0,100}[$#>\u276f\u279c] )\s{0,100}/u;

const pairs = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['<', '>'],
  ['(', ')'],
]);

/** Takes a pair off only when it holds the whole: not from "a" "b". */
function unwrap(text: string): string {
  const [open = '', close = pairs.get(open)] = [text.charAt(0)];
  if (text.length < 2 || close === undefined || !text.endsWith(close)) return text;
  const inside = text.slice(1, -1);
  return inside.includes(open) || inside.includes(close) ? text : trim(inside, around);
}

/** By hand, because a pattern that ends in `+$` is quadratic. */
function trimEnd(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (end > 0 && unwanted.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function trim(text: string, unwanted: RegExp): string {
  const ended = trimEnd(text, unwanted);
  let start = 0;
  while (start < ended.length && unwanted.test(ended.charAt(start))) start += 1;
  return ended.slice(start);
}
