import type { ReadStream } from 'node:tty';

/** What a person at a terminal does. */
export interface TypingHandler {
  /** Enter: the line with its line feed, or what was typed before Ctrl-D. */
  readonly line: (bytes: Uint8Array, isMasked: boolean) => void;
  /** Ctrl-D on an empty line. */
  readonly end: () => void;
  /** Ctrl-C while masked; otherwise the terminal makes a signal of it. */
  readonly interrupt: () => void;
}

/** Lines typed at a terminal: edited and shown by the terminal itself, or, masked, neither shown nor edited beyond the last character. */
export class TypedLines {
  readonly #stdin: ReadStream;
  readonly #handler: TypingHandler;
  #masked: number[] | null = null;
  /** Typed masked, without Enter, when the mask went off. */
  #rest: readonly number[] = [];

  constructor(stdin: ReadStream, handler: TypingHandler) {
    this.#stdin = stdin;
    this.#handler = handler;
    stdin.on('data', (bytes: Buffer) => this.#take(bytes)).on('end', handler.end);
  }

  /** Masks what is typed from now on, or shows it again. */
  mask(isMasked: boolean): void {
    if ((this.#masked !== null) === isMasked) return;
    const typed = this.#masked ?? [];
    this.#masked = isMasked ? [...this.#rest] : null;
    this.#rest = isMasked ? [] : typed;
    // Raw mode is the only way Node has to keep the terminal from showing what is typed.
    this.#stdin.setRawMode(isMasked);
  }

  /** Gives the terminal back as it was. */
  stop(): void {
    this.mask(false);
    this.#stdin.pause();
  }

  #take(bytes: Buffer): void {
    if (this.#masked === null) {
      const rest = this.#rest;
      this.#rest = [];
      this.#handler.line(Uint8Array.from([...rest, ...bytes]), rest.length > 0);
      return;
    }
    for (const byte of bytes) this.#takeMasked(byte);
  }

  #takeMasked(byte: number): void {
    const typed = this.#masked ?? [];
    if (byte === CTRL_C) this.#handler.interrupt();
    else if (byte === CTRL_D && typed.length === 0) this.#handler.end();
    else if (byte === CTRL_U) this.#masked = [];
    else if (byte === BACKSPACE || byte === DELETE) typed.splice(lastCharacter(typed));
    else if (byte === RETURN || byte === LINE_FEED) {
      this.#masked = this.#masked === null ? null : [];
      this.#handler.line(Uint8Array.from([...typed, LINE_FEED]), true);
    } else if (byte !== CTRL_D) typed.push(byte);
  }
}

/** Where the last UTF-8 character begins: its other bytes are 10xxxxxx. */
function lastCharacter(bytes: readonly number[]): number {
  return Math.max(
    0,
    bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80),
  );
}

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const BACKSPACE = 0x08;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CTRL_U = 0x15;
const DELETE = 0x7f;
