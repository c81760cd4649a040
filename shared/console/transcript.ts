import type { Transport } from '../check/target.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { lineParts } from './line-parts.ts';
import { LineRing } from './line-ring.ts';
import type { SessionEvent, SessionEventOf } from './session-event.ts';
import type { DataLine, TranscriptLine } from './transcript-line.ts';

/** How much a transcript holds before its oldest lines are dropped. */
export interface TranscriptLimits {
  readonly sizeBytes: number;
  readonly lineCount: number;
}

/** Two mebibytes hold hours of dialogue and some 50 of them fit a small computer; lines are limited because a line costs more than its bytes. */
const DEFAULT_LIMITS: TranscriptLimits = { sizeBytes: 2 * 1_024 * 1_024, lineCount: 50_000 };

/** How much was said and how much of it is gone. */
export interface TranscriptCounts {
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly receivedLines: number;
  readonly sentLines: number;
  /** Dropped here, because the transcript was full. */
  readonly droppedBytes: number;
  readonly droppedLines: number;
}

/**
 * What was said in a session, as lines, in memory that is bounded whatever comes.
 *
 * 1. Data becomes lines at line feeds; a line that is not ended goes on when more of the same side comes next.
 * 2. Datagrams never join: each begins a line of its own.
 * 3. Over the limits the oldest lines are dropped and counted.
 */
export class Transcript {
  readonly #isStream: boolean;
  readonly #limits: TranscriptLimits;
  readonly #lines = new LineRing<TranscriptLine>();
  /** The last line, while more of it may come. */
  #open: { line: DataLine; readonly bytes: GrowingBytes } | null = null;
  #heldBytes = 0;
  #counts: TranscriptCounts = { receivedBytes: 0, sentBytes: 0, receivedLines: 0, sentLines: 0, droppedBytes: 0, droppedLines: 0 };

  constructor(transport: Transport, limits: TranscriptLimits = DEFAULT_LIMITS) {
    this.#isStream = transport === 'tcp';
    this.#limits = limits;
  }

  /** How much was said, and how much of it is gone. */
  get counts(): TranscriptCounts {
    return this.#counts;
  }

  /** The number of the oldest line that is still here; of the next one to come when there is none. */
  get firstNumber(): number {
    return this.#lines.firstNumber;
  }

  /** How many lines are here. */
  get lineCount(): number {
    return this.#lines.count;
  }

  /** The lines with numbers from `from` up to but not `to`, as far as they are here; all by default. */
  lines(from = this.#lines.firstNumber, to = this.#lines.nextNumber): readonly TranscriptLine[] {
    return this.#lines.slice(from, to);
  }

  /** Adds what happened. The event's bytes belong to the transcript from then on. */
  add(event: SessionEvent): void {
    if (event.kind === 'received') this.#addData(event);
    else if (event.kind === 'sent') this.#addSent(event);
    else {
      this.#open = null;
      this.#lines.push({ kind: 'note', number: this.#lines.nextNumber, atMs: event.atMs, event });
    }
    this.#dropOldest();
  }

  #addSent(event: SessionEventOf<'sent'>): void {
    if (!event.isSecret) {
      this.#addData(event);
      return;
    }
    const line = this.#newLine(event, new Uint8Array(0));
    this.#open = null;
    this.#lines.push({ ...line, sizeBytes: event.bytes.length, withheld: 'secret' });
    this.#count(event.kind, event.bytes.length, 1);
  }

  #addData(event: SessionEventOf<'received' | 'sent'>): void {
    if (!this.#isStream || this.#open?.line.kind !== event.kind) this.#open = null;
    for (const { bytes, isEnded } of lineParts(event.bytes, this.#open?.line.sizeBytes ?? 0)) {
      this.#addPart(event, bytes);
      if (isEnded) this.#open = null;
    }
  }

  #addPart(event: SessionEventOf<'received' | 'sent'>, part: Uint8Array): void {
    this.#heldBytes += part.length;
    if (this.#open === null) {
      const line = this.#newLine(event, part);
      this.#open = { line, bytes: new GrowingBytes(part) };
      this.#lines.push(line);
      this.#count(event.kind, part.length, 1);
    } else {
      const bytes = this.#open.bytes.append(part);
      this.#open.line = { ...this.#open.line, bytes, sizeBytes: bytes.length };
      this.#lines.replaceNewest(this.#open.line);
      this.#count(event.kind, part.length, 0);
    }
  }

  #newLine({ kind, atMs }: SessionEventOf<'received' | 'sent'>, bytes: Uint8Array): DataLine {
    const offsetBytes = kind === 'received' ? this.#counts.receivedBytes : this.#counts.sentBytes;
    return { kind, number: this.#lines.nextNumber, atMs, bytes, sizeBytes: bytes.length, offsetBytes, withheld: null, isRedacted: false };
  }

  #count(kind: 'received' | 'sent', sizeBytes: number, lineCount: number): void {
    const { receivedBytes, receivedLines, sentBytes, sentLines } = this.#counts;
    this.#counts =
      kind === 'received'
        ? { ...this.#counts, receivedBytes: receivedBytes + sizeBytes, receivedLines: receivedLines + lineCount }
        : { ...this.#counts, sentBytes: sentBytes + sizeBytes, sentLines: sentLines + lineCount };
  }

  #dropOldest(): void {
    while (this.#lines.count > this.#limits.lineCount || this.#heldBytes > this.#limits.sizeBytes) {
      const dropped = this.#lines.shift();
      if (dropped === undefined) return;
      const sizeBytes = dropped.kind === 'note' ? 0 : dropped.bytes.length;
      this.#heldBytes -= sizeBytes;
      const { droppedBytes, droppedLines } = this.#counts;
      this.#counts = { ...this.#counts, droppedBytes: droppedBytes + sizeBytes, droppedLines: droppedLines + 1 };
    }
  }
}
