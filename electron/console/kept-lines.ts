import type { Transport } from '../../shared/check/target.ts';
import { createEchoWatch } from '../../shared/console/echo-watch.ts';
import { keepLine } from '../../shared/console/keep-transcript.ts';
import { latin1 } from '../../shared/console/latin1.ts';
import { redactLine, startRedaction, type RedactionState } from '../../shared/console/redact-line.ts';
import type { SessionEvent } from '../../shared/console/session-event.ts';
import { lineEndOf, type DataLine, type TranscriptLine } from '../../shared/console/transcript-line.ts';
import { Transcript, type TranscriptLimits } from '../../shared/console/transcript.ts';
import { rememberTyped } from '../../shared/console/typed-secrets.ts';

/** Events are fed in pieces of this size, so that no piece has more lines than are held. */
const PIECE_BYTES = 4_096;

/** Only the last line is needed, what is whole goes on at once; but all lines of one piece, or one datagram, come together. */
const HELD = {
  tcp: { sizeBytes: 4 * PIECE_BYTES, lineCount: PIECE_BYTES + 1 },
  udp: { sizeBytes: 131_072, lineCount: 65_536 },
} as const satisfies Record<Transport, TranscriptLimits>;

/** A line that is not ended, as often as it grew. */
interface OpenLine {
  readonly number: number;
  readonly sizeBytes: number;
}

/** Turns the events of a session into lines that may be kept, one after the other: redacted before anything else sees them. */
export class KeptLines {
  readonly #transcript: Transcript;
  readonly #isStream: boolean;
  readonly #doesPeerEcho = createEchoWatch();
  #redaction = startRedaction;
  #next = 1;
  #seenOpen: OpenLine | null = null;
  #keptOpen: TranscriptLine | null = null;

  constructor(transport: Transport) {
    this.#isStream = transport === 'tcp';
    this.#transcript = new Transcript(transport, HELD[transport]);
  }

  /** How many lines there are, the one that may go on among them. */
  get lineCount(): number {
    return this.#transcript.firstNumber + this.#transcript.lineCount - 1;
  }

  /** Takes an event and gives the lines that became whole by it. */
  add(event: SessionEvent, isSentKept: boolean): readonly TranscriptLine[] {
    if (event.kind !== 'received' && event.kind !== 'sent') return this.#addPiece(event, isSentKept);
    const lines: TranscriptLine[] = [];
    // Every datagram begins a line, so none is cut.
    const pieceBytes = this.#isStream && !(event.kind === 'sent' && event.isSecret) ? PIECE_BYTES : Math.max(1, event.bytes.length);
    for (let start = 0; start < event.bytes.length || start === 0; start += pieceBytes) {
      lines.push(...this.#addPiece({ ...event, bytes: event.bytes.subarray(start, start + pieceBytes) }, isSentKept));
    }
    return lines;
  }

  /**
   * The last line, not ended, as far as it may be kept now; null while it may not.
   *
   * Half a credential cannot be told from other text. So of what the peer says only what has not grown since the last time is given
   * (a prompt), and of what the person sends nothing until it is whole.
   */
  openLine(isSentKept: boolean): TranscriptLine | null {
    const line = this.#lastIfOpen();
    if (line === null || line.kind === 'sent') return null;
    const { number, sizeBytes } = line;
    if (this.#keptOpen?.number !== number) this.#keptOpen = null;
    if (this.#seenOpen?.number === number && this.#seenOpen.sizeBytes === sizeBytes) {
      this.#keptOpen = keepLine(this.#redaction, line, { isSentKept, isOpen: true }).line;
    }
    this.#seenOpen = { number, sizeBytes };
    return this.#keptOpen;
  }

  /** Whether a line is open that `openLine` has not given as it stands now. */
  get isOpenLineDue(): boolean {
    const line = this.#lastIfOpen();
    return (
      line?.kind === 'received' &&
      !(this.#keptOpen?.number === line.number && this.#keptOpen.kind !== 'note' && this.#keptOpen.sizeBytes === line.sizeBytes)
    );
  }

  /** The last line as a whole one: the session is over. */
  finish(isSentKept: boolean): readonly TranscriptLine[] {
    return this.#takeUpTo(this.lineCount + 1, isSentKept);
  }

  /** Whether something the person is about to send would be hidden, by its looks or by what was said before. */
  hides(text: string): boolean {
    return redactLine(this.#redactionNow(), { kind: 'sent', text }).count > 0;
  }

  /** "Password: " has no line end, and counts. */
  #redactionNow(): RedactionState {
    const open = this.#lastIfOpen();
    return open === null ? this.#redaction : keepLine(this.#redaction, open, { isSentKept: false }).state;
  }

  #addPiece(event: SessionEvent, isSentKept: boolean): readonly TranscriptLine[] {
    const isEchoed = this.#doesPeerEcho(event);
    const secret = event.kind === 'sent' && event.isSecret ? event.bytes : null;
    // Before it is sent: after that nothing is asked.
    const isWanted = secret !== null && (!isEchoed || this.#redactionNow().isSecretAsked);
    this.#transcript.add(event);
    const end = this.lineCount + 1;
    const lines = this.#takeUpTo(this.#lastIfOpen() === null ? end : end - 1, isSentKept);
    if (secret !== null) {
      this.#redaction = { ...this.#redaction, typed: rememberTyped(this.#redaction.typed, { text: latin1(secret), isWanted }) };
    }
    return lines;
  }

  #takeUpTo(end: number, isSentKept: boolean): readonly TranscriptLine[] {
    const lines = this.#transcript.lines(this.#next, end);
    this.#next = Math.max(this.#next, end);
    return lines.map((line) => {
      const kept = keepLine(this.#redaction, line, { isSentKept });
      this.#redaction = kept.state;
      return kept.line;
    });
  }

  #lastIfOpen(): DataLine | null {
    const last = this.#transcript.lines(this.lineCount).at(0);
    if (last === undefined || last.kind === 'note' || last.number < this.#next) return null;
    return this.#isStream && last.withheld === null && lineEndOf(last) === null ? last : null;
  }
}
