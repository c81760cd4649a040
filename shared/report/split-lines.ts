/** One line of a file, or why it cannot be read. Numbers begin at 1. */
export type SplitLine =
  | { readonly kind: 'line'; readonly lineNumber: number; readonly text: string }
  | { readonly kind: 'unreadable'; readonly lineNumber: number; readonly why: 'too_long' | 'not_utf8' };

/**
 * Cuts a file into lines as its bytes come; LF and CR LF end a line, and a byte order mark at the beginning is dropped.
 *
 * Ends after the first line that cannot be read. Holds one line at a time, and never more than `longestBytes` of it.
 */
export function* splitLines(chunks: Iterable<Uint8Array>, longestBytes: number): Generator<SplitLine, void> {
  let held: readonly Uint8Array[] = [];
  let lineNumber = 0;
  for (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      lineNumber += 1;
      const line = readLine([...held, chunk.subarray(start, end)], { lineNumber, longestBytes });
      yield line;
      if (line.kind === 'unreadable') return;
      held = [];
      start = end + 1;
    }
    // The caller may use its buffer again for the next chunk.
    if (start < chunk.length) held = [...held, chunk.slice(start)];
    if (sizeOf(held) > longestBytes) break;
  }
  if (held.length > 0) yield readLine(held, { lineNumber: lineNumber + 1, longestBytes });
}

const LINE_FEED = 0x0a;

function readLine(
  parts: readonly Uint8Array[],
  { lineNumber, longestBytes }: { readonly lineNumber: number; readonly longestBytes: number },
): SplitLine {
  if (sizeOf(parts) > longestBytes) return { kind: 'unreadable', lineNumber, why: 'too_long' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: lineNumber > 1 }).decode(join(parts));
    return { kind: 'line', lineNumber, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch {
    // The only thing a fatal decoder throws for.
    return { kind: 'unreadable', lineNumber, why: 'not_utf8' };
  }
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((size, part) => size + part.length, 0);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(sizeOf(parts));
  parts.reduce((offset, part) => {
    whole.set(part, offset);
    return offset + part.length;
  }, 0);
  return whole;
}
