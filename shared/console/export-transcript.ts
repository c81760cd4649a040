import { hexOf } from './copy-as.ts';
import type { SessionEvent } from './session-event.ts';
import type { TextEncoding } from './text-encoding.ts';
import { lineText, type DataLine, type TranscriptLine } from './transcript-line.ts';

/** What turns lines into text for people. */
export interface TextExport {
  readonly encoding: TextEncoding;
  /** The words for what happened beside the data (shared/text). */
  readonly describe: (event: SessionEvent) => string;
  /** The words for a line whose text is not there. */
  readonly withheld: (line: DataLine) => string;
}

/**
 * Lines as text for people, one a line: time (UTC), direction, words. "<" came, ">" went, "-" happened.
 *
 * Takes what `keepableLines` gives, as everything that is written does.
 */
export function* exportText(
  lines: Iterable<TranscriptLine>,
  { encoding, describe, withheld }: TextExport,
): Generator<string, void, undefined> {
  for (const line of lines) {
    const words = line.kind === 'note' ? describe(line.event) : line.withheld === null ? lineText(line, encoding) : withheld(line);
    yield `${new Date(line.atMs).toISOString()} ${marks[line.kind]} ${words}\n`;
  }
}

const marks = { received: '<', sent: '>', note: '-' } as const;

/** Lines as JSON Lines for programs: the bytes exact in hexadecimal, and the same text as on screen beside them. */
export function* exportJsonLines(lines: Iterable<TranscriptLine>, encoding: TextEncoding): Generator<string, void, undefined> {
  for (const line of lines) yield `${JSON.stringify(line.kind === 'note' ? noteObject(line.event) : dataObject(line, encoding))}\n`;
}

function dataObject(line: DataLine, encoding: TextEncoding): object {
  const { kind, atMs, bytes, sizeBytes, withheld, isRedacted } = line;
  const at = new Date(atMs).toISOString();
  if (withheld !== null) return { at, kind, sizeBytes, withheld };
  return { at, kind, sizeBytes, isRedacted, text: lineText(line, encoding), hex: hexString(bytes) };
}

function noteObject({ atMs, ...event }: SessionEvent): object {
  const at = new Date(atMs).toISOString();
  if (event.kind !== 'telnet' || event.signal.kind !== 'subnegotiation') return { at, ...event };
  return { at, ...event, signal: { ...event.signal, body: hexString(event.signal.body) } };
}

function hexString(bytes: Uint8Array): string {
  return Array.from(bytes, hexOf).join('');
}

/** The bytes of one direction, exact, in pieces; what is withheld or was dropped is not among them. */
export function* exportBytes(lines: Iterable<TranscriptLine>, direction: DataLine['kind']): Generator<Uint8Array, void, undefined> {
  for (const line of lines) if (line.kind === direction) yield line.bytes;
}
