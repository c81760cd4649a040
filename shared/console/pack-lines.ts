import * as v from 'valibot';

import { transcriptLineSchema } from './transcript-line-schema.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** Lines as they are kept: a short JSON row for each, and the bytes of all of them one after the other. */
export interface PackedLines {
  readonly heads: string;
  readonly bytes: Uint8Array;
}

/** Packs lines that may be kept (keep-transcript.ts). */
export function packLines(lines: readonly TranscriptLine[]): PackedLines {
  const bodies = lines.map(bodyOf);
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, 0));
  let length = 0;
  for (const body of bodies) {
    bytes.set(body, length);
    length += body.length;
  }
  return { heads: JSON.stringify(lines.map((line, index) => headOf(line, bodies[index]?.length ?? 0))), bytes };
}

/** The lines again, or null when this is not what was packed: anybody may have written the file it comes from. Never throws. */
export function unpackLines({ heads, bytes }: PackedLines): readonly TranscriptLine[] | null {
  const read = v.safeParse(headsSchema, heads);
  if (!read.success) return null;
  const lines: TranscriptLine[] = [];
  let length = 0;
  for (const head of read.output) {
    // In memory of its own: a line may be passed on without the others.
    const body = new Uint8Array(bytes.subarray(length, length + head[3]));
    length += head[3];
    const line = v.safeParse(transcriptLineSchema, lineOf(head, body));
    if (!line.success || body.length < head[3]) return null;
    lines.push(line.output);
  }
  return length === bytes.length ? lines : null;
}

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the first place of a row says. */
const RECEIVED = 'r';
const SENT = 's';
const NOTE = 'n';

/** Kind, number, atMs, size of the body; then what is left of the line. */
const headSchema = v.union([
  v.strictTuple([
    v.picklist([RECEIVED, SENT]),
    countSchema,
    v.number(),
    countSchema,
    ...[countSchema, countSchema, v.nullable(v.picklist(['secret', 'sent'])), v.picklist([0, 1])],
  ] as const),
  v.strictTuple([v.literal(NOTE), countSchema, v.number(), countSchema, v.record(v.string(), v.unknown())]),
]);

type Head = v.InferOutput<typeof headSchema>;

const headsSchema = v.pipe(v.string(), v.parseJson(), v.array(headSchema));

function headOf(line: TranscriptLine, bodySize: number): Head {
  if (line.kind === 'note') return [NOTE, line.number, line.atMs, bodySize, withoutBody(line.event)];
  const { number, atMs, sizeBytes, offsetBytes, withheld, isRedacted } = line;
  return [line.kind === 'received' ? RECEIVED : SENT, number, atMs, bodySize, sizeBytes, offsetBytes, withheld, isRedacted ? 1 : 0];
}

/** The only note with bytes is a Telnet subnegotiation. */
function bodyOf(line: TranscriptLine): Uint8Array {
  if (line.kind !== 'note') return line.bytes;
  const { event } = line;
  return event.kind === 'telnet' && event.signal.kind === 'subnegotiation' ? event.signal.body : new Uint8Array(0);
}

function withoutBody(event: Extract<TranscriptLine, { kind: 'note' }>['event']): Record<string, unknown> {
  if (event.kind !== 'telnet' || event.signal.kind !== 'subnegotiation') return event;
  const { kind, option } = event.signal;
  return { ...event, signal: { kind, option } };
}

function lineOf(head: Head, body: Uint8Array): unknown {
  const [kind, number, atMs] = head;
  if (head[0] === NOTE) return { kind: 'note', number, atMs, event: withBody(head[4], body) };
  const [, , , , sizeBytes, offsetBytes, withheld, isRedacted] = head;
  const line = { number, atMs, bytes: body, sizeBytes, offsetBytes, withheld, isRedacted: isRedacted === 1 };
  return { kind: kind === RECEIVED ? 'received' : 'sent', ...line };
}

function withBody(event: Record<string, unknown>, body: Uint8Array): Record<string, unknown> {
  const { signal } = event;
  const isBodied = typeof signal === 'object' && signal !== null && 'kind' in signal && signal.kind === 'subnegotiation';
  return isBodied ? { ...event, signal: { ...signal, body } } : event;
}
