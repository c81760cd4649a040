import { createLineFeedConverter } from '../../../shared/console/line-feed-converter.ts';
import type { LineEnding } from '../../../shared/console/line-ending.ts';
import type { Session } from '../../console/session.ts';
import { withLineEnding } from './with-line-ending.ts';
import { TypedLines } from './typed-lines.ts';

/** How stdin is read. */
export interface InputToOpen {
  readonly lineEnding: LineEnding;
  /** Largest piece to send at once: over UDP one datagram. */
  readonly pieceBytes: number;
  /** Called once, when the input ends. */
  readonly onEnd: () => void;
  /** Ctrl-C while the terminal is masked. */
  readonly onInterrupt: () => void;
}

/** What is read from stdin and sent: lines of a person at a terminal, or bytes of a pipe at the pace of the peer. */
export class SessionInput {
  readonly #toOpen: InputToOpen;
  #session: Session | null = null;
  #typed: TypedLines | null = null;
  #isStarted = false;
  #isEnded = false;

  constructor(toOpen: InputToOpen) {
    this.#toOpen = toOpen;
  }

  /** Nothing more is there to send. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Sends from now on to this session, and only to it. Before the first one nothing is read. */
  connect(session: Session): void {
    this.#session = session;
    if (this.#isStarted) process.stdin.resume();
    else this.#start();
  }

  /** The session is over: what comes now waits for the next one, as with nc. */
  disconnect(): void {
    this.#session = null;
    if (this.#isStarted) process.stdin.pause();
  }

  /** Masks what is typed at a terminal, or shows it again. */
  mask(isMasked: boolean): void {
    this.#typed?.mask(isMasked);
  }

  /** Gives stdin back. */
  stop(): void {
    if (this.#typed === null) process.stdin.pause();
    else this.#typed.stop();
  }

  #start(): void {
    this.#isStarted = true;
    const { stdin } = process;
    const { lineEnding, onInterrupt } = this.#toOpen;
    const end = (): void => this.#end();
    if (stdin.isTTY) {
      const line = (bytes: Uint8Array, isMasked: boolean): void => this.#send(withLineEnding({ typed: bytes }, lineEnding), isMasked);
      this.#typed = new TypedLines(stdin, { line, end, interrupt: onInterrupt });
    } else {
      const convert = createLineFeedConverter(lineEnding);
      stdin.on('data', (bytes: Buffer) => this.#send(convert(bytes), false)).on('end', end);
    }
    // A stdin that cannot be read (closed, or a folder) is an empty one.
    stdin.on('error', end);
  }

  #send(bytes: Uint8Array, isSecret: boolean): void {
    const { pieceBytes } = this.#toOpen;
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      const written = this.#session?.write(bytes.subarray(start, start + pieceBytes), isSecret ? 'secret' : 'shown');
      if (written === 'full') void this.#waitForRoom();
    }
  }

  async #waitForRoom(): Promise<void> {
    const session = this.#session;
    process.stdin.pause();
    await session?.drained(never);
    if (this.#session === session) process.stdin.resume();
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#toOpen.onEnd();
  }
}

const never = new AbortController().signal;
