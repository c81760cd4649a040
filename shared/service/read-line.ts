import { toDisplay } from '../console/display.ts';

/** A line received so far, or why there is none. */
type Line =
  /** A whole line as visible text, without its end; `end` is the offset of what follows. */
  | { readonly kind: 'line'; readonly text: string; readonly end: number }
  | { readonly kind: 'incomplete' }
  /** Binary, or longer than any protocol's line. */
  | { readonly kind: 'foreign' };

/** Longest line read: SMTP allows 512 octets, Redis refuses in 1,000; more is no line of these protocols. */
const LONGEST_LINE_BYTES = 4_096;

/** Lines are read up to here: greetings are read anew with every packet, so an endless one sent byte by byte must not cost seconds. */
const LAST_LINE_START_BYTES = 16_384;

/** Reads one line from an offset. Ends at LF; CR before it is optional, as servers are careless. Never throws. */
export function readLine(bytes: Uint8Array, start = 0): Line {
  if (start > LAST_LINE_START_BYTES) return { kind: 'foreign' };
  for (let offset = start; offset < bytes.length; offset += 1) {
    const byte = bytes[offset];
    if (byte === LF) {
      const end = offset > start && bytes[offset - 1] === CR ? offset - 1 : offset;
      return { kind: 'line', text: toDisplay(bytes.subarray(start, end)), end: offset + 1 };
    }
    if (byte === NUL || byte === IAC || offset - start >= LONGEST_LINE_BYTES) return { kind: 'foreign' };
  }
  return { kind: 'incomplete' };
}

const LF = 0x0a;
const CR = 0x0d;

// The two bytes that tell binary protocols (MySQL) and Telnet negotiation from text: UTF-8 never has 0xff, text never NUL.
const NUL = 0x00;
const IAC = 0xff;
