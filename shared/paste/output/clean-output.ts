/** Pasted terminal output as lines: without colours and cursor movements, without the ">" of a quoted mail, without spaces at their ends. */
export function cleanOutput(text: string): readonly string[] {
  const lines = text
    .replace(escapeSequence, '')
    .split(/\r?\n|\r/u)
    .map((line) => line.slice(0, LONGEST_LINE).trimEnd());
  const written = lines.filter((line) => line !== '');
  const isQuoted = written.length > 1 && written.every((line) => line.startsWith('> ') || line === '>');
  return isQuoted ? lines.map((line) => line.slice(2)) : lines;
}

/** No tool prints longer ones that matter, and so none makes a pattern slow. */
const LONGEST_LINE = 2_000;

/** ECMA-48 CSI sequences; every part is bounded, so that no text makes it slow. */
const escapeSequence = /\u001b\[[\d;?]{0,32}[A-Za-z]/gu;
