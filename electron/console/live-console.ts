import { assertNever } from '../../shared/check/assert-never.ts';
import type { Target } from '../../shared/check/target.ts';
import { createMaskWatch } from '../../shared/console/mask-watch.ts';
import type { SessionEvent } from '../../shared/console/session-event.ts';
import type { ConsoleAct } from '../../shared/ipc/console-entries.ts';
import { Brakes } from './brakes.ts';
import type { Capture } from './capture.ts';
import type { Written } from './connection.ts';
import { EventBatches } from './event-batches.ts';
import type { HeldDialogue } from './held-dialogue.ts';
import { LastBytes } from './last-bytes.ts';
import type { Session, SessionListener } from './session.ts';
import type { Keeping } from './transcript-keeper.ts';

/** Some events on their way to the window, in order. */
export interface ConsoleBatch {
  readonly events: readonly SessionEvent[];
  /** What the window is to acknowledge. */
  readonly sizeBytes: number;
  /** What is typed after them is to be masked. */
  readonly isMasked: boolean;
}

/** A session to show in the window. */
export interface ConsoleToOpen {
  readonly open: (listener: SessionListener) => Session;
  readonly target: Target;
  readonly service: string | null;
  readonly keeping: Keeping;
  readonly deliver: (batch: ConsoleBatch) => void;
}

/** What became of a write. But for "sent" nothing of it was sent; "full": what was sent before has not left yet. */
export type ConsoleWritten = Written;

/** An expect-and-send list has to begin somewhere: so much of what the peer said last, and nobody answered, is remembered. */
const UNANSWERED_BYTES = 4_096;

/** One session in the window: shown at the window's pace, kept at the disk's, and whatever runs in it. */
export class LiveConsole {
  readonly target: Target;
  readonly service: string | null;
  readonly session: Session;
  readonly brakes: Brakes;
  readonly keeping: Keeping;
  readonly #batches: EventBatches;
  readonly #ended = new AbortController();
  #isFull = false;
  readonly #unanswered = new LastBytes(UNANSWERED_BYTES);
  #dialogue: HeldDialogue | null = null;
  #capture: Capture | null = null;
  #whenEnded: (() => void) | null = null;

  constructor({ open, target, service, keeping, deliver }: ConsoleToOpen) {
    this.target = target;
    this.service = service;
    this.keeping = keeping;
    const isMasked = createMaskWatch();
    let isMaskedNow = false;
    this.brakes = new Brakes({ pause: () => this.session.pause(), resume: () => this.session.resume() });
    this.#batches = new EventBatches({
      isStream: target.transport === 'tcp',
      pause: () => this.brakes.hold('window'),
      resume: () => void this.brakes.release('window'),
      deliver: (events, sizeBytes) => {
        for (const event of events) isMaskedNow = isMasked(event);
        deliver({ events, sizeBytes, isMasked: isMaskedNow });
      },
    });
    this.session = open((event) => this.#hear(event));
  }

  /** Aborted once the window has left the session. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** What the peer said last, and nobody answered. */
  get unanswered(): Uint8Array {
    return this.#unanswered.bytes;
  }

  acknowledge(sizeBytes: number): void {
    this.#batches.acknowledge(sizeBytes);
  }

  write(bytes: Uint8Array, isSecret: boolean): ConsoleWritten {
    if (this.#isFull) return 'full';
    const written = this.session.write(bytes, isSecret ? 'secret' : 'shown');
    if (written !== 'full') return written;
    this.#isFull = true;
    void this.session.drained(this.signal).then(() => (this.#isFull = false));
    return 'sent';
  }

  /** Does what the person chose; false when it means nothing where the session stands. */
  act(act: ConsoleAct): boolean {
    const { session } = this;
    const { phase } = session;
    switch (act.kind) {
      case 'half_close':
        if (phase === 'open' || phase === 'held') session.finish();
        return phase === 'open' || phase === 'held';
      case 'close':
        session.close();
        return phase !== 'ended';
      case 'reset':
        session.reset();
        return phase !== 'ended';
      case 'reconnect':
        return session.reconnect();
      case 'accept_tls':
        session.accept();
        return phase === 'held';
      case 'start_tls':
        session.startTls(act.service);
        return phase === 'open';
      case 'stop_reading':
        this.brakes.hold('person');
        return phase !== 'ended';
      case 'read_on':
        return this.brakes.release('person');
      case 'telnet_policy':
        session.setTelnetPolicy(act.policy);
        return true;
      case 'window_size':
        session.setWindowSize(act);
        return true;
      case 'keep_sent':
        this.keeping.keepSent(act.isSentKept);
        return true;
      default:
        return assertNever(act);
    }
  }

  /** Lets a list hear the session; false while another one does. Null takes it away. */
  hearWith(dialogue: HeldDialogue | null): boolean {
    if (dialogue !== null && this.#dialogue !== null) return false;
    this.#dialogue = dialogue;
    return true;
  }

  /** Whether a list runs. */
  get isInDialogue(): boolean {
    return this.#dialogue !== null;
  }

  /** Whether what is received goes to a file. */
  get isCaptured(): boolean {
    return this.#capture !== null;
  }

  /** From now on what is received goes to a file. */
  beginCapture(capture: Capture): void {
    this.#capture = capture;
  }

  /** No more goes to the file; where it was not shown either, the session is told how much that was. */
  endCapture(capture: Capture): void {
    if (this.#capture !== capture) return;
    this.#capture = null;
    if (!capture.isShown) this.session.tell({ kind: 'captured', name: capture.name, sizeBytes: capture.progress.writtenBytes });
  }

  /** The window has left: closes politely and writes down the rest. Resolves when that is done. */
  async end(): Promise<void> {
    this.#ended.abort();
    if (this.#capture !== null) this.endCapture(this.#capture);
    if (this.session.phase !== 'ended') {
      const ended = new Promise<void>((resolve) => (this.#whenEnded = resolve));
      this.session.close();
      await ended;
    }
    this.#batches.stop();
    await this.keeping.end();
  }

  #hear(event: SessionEvent): void {
    if (this.#isForFileOnly(event)) {
      this.#dialogue?.hear(event);
      return;
    }
    if (!this.signal.aborted) this.#batches.add(event);
    if (event.kind === 'received') this.#unanswered.add(event.bytes);
    else if (event.kind === 'sent' || event.kind === 'opening') this.#unanswered.clear();
    // Goes on to hold the bytes, of which all others took copies.
    this.keeping.add(event);
    if (event.kind === 'ended') this.#whenEnded?.();
    this.#dialogue?.hear(event);
  }

  #isForFileOnly(event: SessionEvent): boolean {
    const capture = this.#capture;
    if (capture === null || (event.kind !== 'received' && event.kind !== 'dropped')) return false;
    if (event.kind === 'received') capture.write(event.bytes);
    else capture.drop(event.sizeBytes);
    return !capture.isShown;
  }
}
