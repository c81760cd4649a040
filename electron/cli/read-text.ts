import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';

/** The text of a file, or one sentence about why there is none. */
export type TextRead =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'not_read'; readonly problem: string }
  | { readonly kind: 'interrupted' };

/** Where a text is, and how much of it is wanted. */
export interface TextSource {
  /** - is stdin. */
  readonly file: string;
  /** What is longer is read this far and a little on, so that its reader sees that it is. */
  readonly limitCharacters: number;
}

/** Reads a text: UTF-8, or UTF-16 with its mark as Windows PowerShell writes it. Never rejects. */
export async function readText({ file, limitCharacters }: TextSource, signal: AbortSignal): Promise<TextRead> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    const stream: AsyncIterable<unknown> = addAbortSignal(signal, file === '-' ? process.stdin : createReadStream(file));
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      chunks.push(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes > limitCharacters * MOST_BYTES) break;
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'interrupted' };
    return { kind: 'not_read', problem: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  return { kind: 'read', text: decode(Buffer.concat(chunks)) };
}

/** Of one character. */
const MOST_BYTES = 4;

/** What is not valid becomes U+FFFD: a word of it may be lost, never the whole. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
