import { LINE_FEED, LONGEST_LINE_BYTES } from './transcript-line.ts';
import { unfinishedTail } from './utf8.ts';

/** A piece of a stream that lies within one line. */
export interface LinePart {
  readonly bytes: Uint8Array;
  /** The line ends with it: at a line feed, or because it is as long as a line may be. */
  readonly isEnded: boolean;
}

/** Cuts a chunk into the parts of its lines. `openBytes`: how long the line already is that the chunk continues. No UTF-8 character is cut. */
export function* lineParts(chunk: Uint8Array, openBytes: number): Generator<LinePart, void, undefined> {
  let room = LONGEST_LINE_BYTES - openBytes;
  for (let start = 0; start < chunk.length; room = LONGEST_LINE_BYTES) {
    const lineFeed = chunk.subarray(start, start + room).indexOf(LINE_FEED);
    const isFull = lineFeed < 0 && chunk.length - start >= room;
    const size = lineFeed >= 0 ? lineFeed + 1 : isFull ? wholeCharacters(chunk.subarray(start, start + room)) : chunk.length - start;
    yield { bytes: chunk.subarray(start, start + size), isEnded: lineFeed >= 0 || isFull };
    start += size;
  }
}

/** How many of the bytes are whole characters; all, when that would be none. */
function wholeCharacters(bytes: Uint8Array): number {
  return bytes.length - unfinishedTail(bytes) || bytes.length;
}
