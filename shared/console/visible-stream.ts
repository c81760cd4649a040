import { cutMarks, makeTokens, MARKS_KEPT, marksToken } from './display.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';
import { unfinishedTail } from './utf8.ts';

/** Turns the chunks of one direction into visible text as they come. */
export interface VisibleStream {
  /** The text of these bytes; what may still change with the next ones is held back: half a character, and CR, which LF may follow. */
  readonly add: (bytes: Uint8Array) => string;
  /** What was held back: the end came. */
  readonly end: () => string;
}

/**
 * Bytes of a peer as safe text across chunk borders: however a stream is cut, the joined text is that of the whole.
 *
 * Line ends (LF, CR LF) become line feeds; everything else is as `makeVisible` has it.
 */
export function createVisibleStream(encoding: TextEncoding): VisibleStream {
  let held: Uint8Array = new Uint8Array(0);
  const marks = createMarkLimit();
  const show = (bytes: Uint8Array): string => marks.add(makeTokens(decodeText(bytes, encoding), 'kept'));
  return {
    add: (bytes) => {
      const all = joined(held, bytes);
      const end = all.length - heldBack(all, encoding);
      held = all.slice(end);
      return show(all.subarray(0, end));
    },
    end: () => {
      const rest = held;
      held = new Uint8Array(0);
      return show(rest) + marks.end();
    },
  };
}

/** Cuts runs of combining marks that go on from chunk to chunk as `makeVisible` cuts those inside one. */
function createMarkLimit(): { readonly add: (text: string) => string; readonly end: () => string } {
  /** How long the run is that the text so far ends in. */
  let runLength = 0;
  const take = (run: string): string => {
    const marks = Array.from(run);
    const shown = marks.slice(0, Math.max(0, MARKS_KEPT - runLength)).join('');
    runLength += marks.length;
    return shown;
  };
  const end = (): string => {
    const hiddenCount = runLength - MARKS_KEPT;
    runLength = 0;
    return hiddenCount > 0 ? marksToken(hiddenCount) : '';
  };
  return {
    add: (text) => {
      const first = /^\p{M}*/u.exec(text)?.[0].length ?? 0;
      const last = Math.max(first, lastRunStart(text));
      const between = text.slice(first, last);
      return take(text.slice(0, first)) + (between === '' ? '' : end() + cutMarks(between) + take(text.slice(last)));
    },
    end,
  };
}

/** Where the run of combining marks at the end of a text begins. Walked from the end, because a pattern for it takes quadratic time. */
function lastRunStart(text: string): number {
  let start = text.length;
  for (;;) {
    const size = /\p{Surrogate}/u.test(text.charAt(start - 1)) ? 2 : 1;
    if (start < size || !/^\p{M}$/u.test(text.slice(start - size, start))) return start;
    start -= size;
  }
}

function heldBack(bytes: Uint8Array, encoding: TextEncoding): number {
  if (bytes.at(-1) === CARRIAGE_RETURN) return 1;
  return encoding === 'utf-8' ? unfinishedTail(bytes) : 0;
}

const CARRIAGE_RETURN = 0x0d;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
