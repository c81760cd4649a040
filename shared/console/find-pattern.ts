/**
 * Where a pattern of an expect-and-send list ends in a text, or null when it is not there: plain text, upper and lower case apart, in
 * which `*` stands for anything within one line. Takes linear time.
 */
export function findPatternEnd(pattern: string, text: string): number | null {
  const pieces = pattern.split('*');
  for (let start = 0; start <= text.length;) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const found = findInLine(pieces, text.slice(start, end));
    if (found !== null) return start + found;
    start = end + 1;
  }
  return null;
}

/** Each piece at its first place after the one before: that leaves the most room for the rest, so nothing need be tried again. */
function findInLine(pieces: readonly string[], line: string): number | null {
  let end = 0;
  for (const piece of pieces) {
    const place = line.indexOf(piece, end);
    if (place < 0) return null;
    end = place + piece.length;
  }
  return end;
}
