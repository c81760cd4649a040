import { lineEndings, type LineEnding } from './line-ending.ts';

/**
 * Gives each line of a stream its ending, across chunk borders: LF becomes it, and CR LF that is already there counts as one line end, as
 * `nc -C` has it. Under "lf" and "none" the stream passes untouched.
 */
export function createLineFeedConverter(ending: LineEnding): (chunk: Uint8Array) => Uint8Array {
  if (ending === 'lf' || ending === 'none') return (chunk) => chunk;
  const wanted = Array.from(lineEndings[ending], (character) => character.charCodeAt(0));
  let before = 0;
  return (chunk) => {
    const converted: number[] = [];
    for (const byte of chunk) {
      if (byte !== LINE_FEED) converted.push(byte);
      // CR was passed on already, so what is missing of the ending follows it.
      else if (before === CARRIAGE_RETURN) converted.push(...wanted.slice(1));
      else converted.push(...wanted);
      before = byte;
    }
    return Uint8Array.from(converted);
  };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
