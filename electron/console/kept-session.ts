import type { SessionEnd } from '../../shared/console/session-end.ts';
import type { SessionEvent } from '../../shared/console/session-event.ts';
import type { TranscriptAppend, TranscriptBeginning, TranscriptState } from '../../shared/console/transcript-append.ts';
import type { TranscriptLine } from '../../shared/console/transcript-line.ts';
import { KeptLines } from './kept-lines.ts';
import { TranscriptPace, type OnLeftOut } from './transcript-pace.ts';

/** What waits for a disk that cannot be written: more is left out, the oldest first. */
const UNWRITTEN_LIMIT_BYTES = 4 * 1_024 * 1_024;

/** What a line costs beside its bytes. */
const LINE_BYTES = 64;

/** What a session said that is not written down yet, bounded whatever comes. */
export class KeptSession {
  readonly #lines: KeptLines;
  readonly #pace: TranscriptPace;
  #unwritten: TranscriptLine[] = [];
  #unwrittenBytes = 0;
  #isSentKept: boolean;
  #connectionCount = 0;
  #receivedBytes = 0;
  #sentBytes = 0;
  #lostBytes = 0;
  #end: SessionEnd | null = null;
  #hasChanged = false;

  constructor({ target, isSentKept }: Pick<TranscriptBeginning, 'target' | 'isSentKept'>, onLeftOut?: OnLeftOut) {
    this.#pace = new TranscriptPace(performance.now(), onLeftOut);
    this.#lines = new KeptLines(target.transport);
    this.#isSentKept = isSentKept;
  }

  /** Whether sent text is kept from now on. */
  get isSentKept(): boolean {
    return this.#isSentKept;
  }

  keepSent(isSentKept: boolean): void {
    this.#isSentKept = isSentKept;
    this.#hasChanged = true;
  }

  /** How much waits to be written down. */
  get unwrittenBytes(): number {
    return this.#unwrittenBytes;
  }

  /** Something is to be written down in a while. */
  get isDue(): boolean {
    return this.#hasChanged || this.#unwritten.length > 0 || this.#pace.isWaiting || this.#lines.isOpenLineDue;
  }

  /** Takes what happened. */
  add(event: SessionEvent): void {
    this.#hasChanged = true;
    this.#count(event);
    this.#keep(this.#pace.add(event));
  }

  /** Whether something the person is about to send would be hidden, as far as that can be told: in a flood it would. */
  hides(text: string): boolean {
    return this.#pace.isWaiting || this.#lines.hides(text);
  }

  /** Takes what is to be written down now; of a flood no more than `cost` (transcript-pace.ts). `isLast`: nothing comes after. */
  take(cost: number, isLast: boolean): Omit<TranscriptAppend, 'transcriptId'> {
    this.#keep(isLast ? this.#pace.flush(cost) : this.#pace.release(performance.now(), cost));
    if (isLast) this.#push(this.#lines.finish(this.#isSentKept));
    const lines = this.#unwritten;
    const openLine = this.#lines.openLine(this.#isSentKept);
    this.#unwritten = [];
    this.#unwrittenBytes = 0;
    this.#hasChanged = false;
    return { lines, openLine, state: this.#state() };
  }

  /** Takes back what could not be written down. */
  putBack(lines: readonly TranscriptLine[]): void {
    const after = this.#unwritten;
    this.#unwritten = [];
    this.#unwrittenBytes = 0;
    this.#hasChanged = true;
    this.#push(lines);
    this.#push(after);
  }

  #state(): TranscriptState {
    return {
      isSentKept: this.#isSentKept,
      connectionCount: this.#connectionCount,
      receivedBytes: this.#receivedBytes,
      sentBytes: this.#sentBytes,
      lineCount: this.#lines.lineCount,
      skippedBytes: this.#pace.skippedBytes + this.#lostBytes,
      end: this.#end,
      atMs: Date.now(),
    };
  }

  #count(event: SessionEvent): void {
    if (event.kind === 'received') this.#receivedBytes += event.bytes.length;
    else if (event.kind === 'dropped' || event.kind === 'captured') this.#receivedBytes += event.sizeBytes;
    else if (event.kind === 'sent') this.#sentBytes += event.bytes.length;
    else if (event.kind === 'file') this.#sentBytes += event.sentBytes;
    else if (event.kind === 'ended') this.#end = event.end;
    else if (event.kind === 'opening') {
      this.#connectionCount = event.connection;
      this.#end = null;
    }
  }

  #keep(events: readonly SessionEvent[]): void {
    for (const event of events) this.#push(this.#lines.add(event, this.#isSentKept));
  }

  #push(lines: readonly TranscriptLine[]): void {
    for (const line of lines) {
      this.#unwritten.push(line);
      this.#unwrittenBytes += sizeOf(line);
    }
    while (this.#unwrittenBytes > UNWRITTEN_LIMIT_BYTES) {
      const lost = this.#unwritten.shift();
      if (lost === undefined) return;
      this.#unwrittenBytes -= sizeOf(lost);
      this.#lostBytes += lost.kind === 'note' ? 0 : lost.bytes.length;
    }
  }
}

function sizeOf(line: TranscriptLine): number {
  return LINE_BYTES + (line.kind === 'note' ? 0 : line.bytes.length);
}
