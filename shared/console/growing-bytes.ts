/** Bytes that grow at their end in memory that doubles, so that a line that comes byte by byte costs linear time. */
export class GrowingBytes {
  #room: Uint8Array;
  #size: number;
  /** The first bytes are somebody else's memory: it is copied before the first growth. */
  #isOwn = false;

  constructor(first: Uint8Array) {
    this.#room = first;
    this.#size = first.length;
  }

  /** Adds bytes and gives all so far; what was given before stays as it was. */
  append(more: Uint8Array): Uint8Array {
    const size = this.#size + more.length;
    if (!this.#isOwn || size > this.#room.length) {
      const room = new Uint8Array(Math.max(SMALLEST_ROOM_BYTES, size * 2));
      room.set(this.#room.subarray(0, this.#size));
      this.#room = room;
      this.#isOwn = true;
    }
    this.#room.set(more, this.#size);
    this.#size = size;
    return this.#room.subarray(0, size);
  }
}

/** Below this, growing would cost more than the memory. */
const SMALLEST_ROOM_BYTES = 64;
