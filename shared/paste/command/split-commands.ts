/** Text for a shell as its simple commands, each a list of words. */
export interface SplitText {
  readonly commands: readonly (readonly string[])[];
  /** A quote is opened and never closed. */
  readonly quoteOpen: boolean;
}

/**
 * Splits text into commands and words as POSIX shells do; expands nothing, runs nothing, never throws, linear in its length.
 *
 * 1. Single quotes keep everything, double quotes all but \" \\ \$ \`; $'...' is a quote with escapes (bash, "copy as cURL").
 * 2. A backslash outside quotes escapes what means something to a shell; before a letter or digit it stays, for Windows paths.
 * 3. A line end, ; | & ( and ) end a command, but not after \ (POSIX), ` (PowerShell) or ^ (cmd) at the end of a line.
 * 4. A redirection with its file is left out, and so is a comment.
 */
export function splitCommands(text: string): SplitText {
  const commands: string[][] = [];
  let words: string[] = [];
  let isFile = false;
  let quoteOpen = false;
  for (const { groups = {} } of joinLines(text).matchAll(token)) {
    const { word, end, redirection, open } = groups;
    if (end !== undefined) {
      commands.push(words);
      words = [];
    }
    if (word !== undefined && !isFile) words.push(word.replace(piece, (found) => unquote(found)));
    isFile = redirection !== undefined;
    quoteOpen ||= open !== undefined;
  }
  return { commands: [...commands, words].filter((command) => command.length > 0), quoteOpen };
}

/** The caret before a quote is how cmd writes one inside a quoted text. */
function joinLines(text: string): string {
  return text.replace(/[\\`^]\r?\n/gu, ' ').replace(/\^(?=")/gu, '');
}

const quoted = String.raw`'[^']*'|\$'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;

/** The alternatives begin with different characters, so that none is tried twice and no text is slow. */
const token = new RegExp(
  [
    String.raw`(?<redirection>(?:\d*|&)[<>]+[&|]?[^\S\n]*)`,
    String.raw`(?<end>[;|&()\n])`,
    String.raw`(?<=^|[\s;|&()])#[^\n]*`,
    String.raw`(?<word>(?:${quoted}|\\.|\$(?!')|[^\s;|&()<>'"\\$])+)`,
    String.raw`(?<open>\$?['"].*)`,
  ].join('|'),
  'gsu',
);

const piece = new RegExp(String.raw`${quoted}|\\.`, 'gsu');

function unquote(found: string): string {
  if (found.startsWith("'")) return found.slice(1, -1);
  if (found.startsWith('$')) return found.slice(2, -1).replace(/\\(.)/gsu, '$1');
  if (found.startsWith('"')) return found.slice(1, -1).replace(/\\(["\\$`])/gu, '$1');
  return /^\\[\p{L}\p{N}]/u.test(found) ? found : found.slice(1);
}
