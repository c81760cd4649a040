/** The last bytes of a stream, in memory of their own that is used again: a stream of single bytes costs linear time, a flood only its end. */
export class LastBytes {
  readonly #limitBytes: number;
  readonly #room: Uint8Array;
  #size = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
    this.#room = new Uint8Array(2 * limitBytes);
  }

  /** The last of them, at most the limit; a copy. */
  get bytes(): Uint8Array {
    return this.#room.slice(Math.max(0, this.#size - this.#limitBytes), this.#size);
  }

  add(bytes: Uint8Array): void {
    const last = bytes.subarray(-this.#limitBytes);
    if (this.#size + last.length > this.#room.length) {
      this.#room.copyWithin(0, this.#size - this.#limitBytes, this.#size);
      this.#size = this.#limitBytes;
    }
    this.#room.set(last, this.#size);
    this.#size += last.length;
  }

  /** Forgets them. */
  clear(): void {
    this.#size = 0;
  }
}
