import { latin1 } from './latin1.ts';
import type { Answer } from '../service/start-tls.ts';

/** What an answer says so far; `restBytes` came after its last line. */
export type AnswerReading =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'good'; readonly restBytes: number }
  | { readonly kind: 'refused'; readonly line: string };

/** No answer before TLS is longer; a longer one is no answer. */
const LONGEST_ANSWER_BYTES = 16_384;

/** Reads what came since a line was sent, as far as it is the answer to it. Pure; never throws. */
export function readAnswer(bytes: Uint8Array, { last, good }: Answer): AnswerReading {
  const text = latin1(bytes.subarray(0, LONGEST_ANSWER_BYTES));
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed < 0) break;
    const line = text.slice(start, lineFeed).replace(/\r$/u, '');
    if (last.test(line)) return good.test(line) ? { kind: 'good', restBytes: bytes.length - lineFeed - 1 } : { kind: 'refused', line };
    start = lineFeed + 1;
  }
  return bytes.length > LONGEST_ANSWER_BYTES ? { kind: 'refused', line: '' } : { kind: 'incomplete' };
}
