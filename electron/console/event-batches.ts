import type { SessionEvent } from '../../shared/console/session-event.ts';

/** One batch a frame of a 60 Hz screen: more could not be seen. */
const BATCH_INTERVAL_MS = 16;

/** What one batch may hold: text that is painted in a frame, and few enough events to pass between processes in a millisecond or two. */
const BATCH_BYTES = 65_536;
const BATCH_EVENTS = 500;

/** Data on its way to the window that it has not taken in: above the first the peer has to wait, below the second it may go on. */
const UNSEEN_LIMIT_BYTES = 131_072;
const UNSEEN_RESUME_BYTES = 65_536;

/** Where batches go, and how the source is made to wait. */
export interface BatchesToMake {
  readonly deliver: (events: readonly SessionEvent[]) => void;
  /** Called when the source should stop, and when it may go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Chunks of a stream are joined; datagrams never. */
  readonly isStream: boolean;
}

/**
 * Events of a session on their way to a window, in batches, at the window's pace: a flood costs waiting, not memory.
 *
 * 1. At most one batch per BATCH_INTERVAL_MS, the first at once, so that an echo is not delayed.
 * 2. A batch holds at most BATCH_BYTES and BATCH_EVENTS; the order is kept.
 * 3. The source pauses while a whole batch waits, or the window has UNSEEN_LIMIT_BYTES that it did not acknowledge.
 */
export class EventBatches {
  readonly #toMake: BatchesToMake;
  #queue: SessionEvent[] = [];
  #queuedBytes = 0;
  #unseenBytes = 0;
  #isPaused = false;
  #timer: NodeJS.Timeout | undefined;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(toMake: BatchesToMake) {
    this.#toMake = toMake;
  }

  /** Takes an event. */
  add(event: SessionEvent): void {
    const last = this.#queue.at(-1);
    if (event.kind === 'dropped' && last?.kind === 'dropped') {
      this.#queue[this.#queue.length - 1] = { ...last, sizeBytes: last.sizeBytes + event.sizeBytes };
      return;
    }
    this.#queue.push(event);
    this.#queuedBytes += sizeOf(event);
    this.#schedule();
    this.#steer();
  }

  /** The window has taken in this much data. */
  acknowledge(sizeBytes: number): void {
    this.#unseenBytes = Math.max(0, this.#unseenBytes - sizeBytes);
    this.#schedule();
    this.#steer();
  }

  /** Forgets what was not delivered: nobody is left to take it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#queue.length === 0 || this.#unseenBytes >= UNSEEN_LIMIT_BYTES) return;
    const waitMs = Math.max(0, this.#lastAtMs + BATCH_INTERVAL_MS - performance.now());
    this.#timer = setTimeout(() => this.#deliver(), waitMs);
  }

  #deliver(): void {
    this.#timer = undefined;
    this.#lastAtMs = performance.now();
    const batch = this.#takeBatch();
    const sizeBytes = batch.reduce((sum, event) => sum + sizeOf(event), 0);
    this.#queuedBytes -= sizeBytes;
    this.#unseenBytes += sizeBytes;
    this.#toMake.deliver(this.#toMake.isStream ? joinChunks(batch) : batch);
    this.#schedule();
    this.#steer();
  }

  #takeBatch(): readonly SessionEvent[] {
    let room = BATCH_BYTES;
    let count = 0;
    while (count < Math.min(BATCH_EVENTS, this.#queue.length)) {
      const event = this.#queue[count];
      room -= event === undefined ? 0 : sizeOf(event);
      // A single event may be larger than a batch: a pasted text, a chunk of a fast link.
      if (room < 0 && count > 0) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  #steer(): void {
    const isBehind = this.#queuedBytes >= BATCH_BYTES || this.#queue.length >= BATCH_EVENTS;
    if (!this.#isPaused && (isBehind || this.#unseenBytes >= UNSEEN_LIMIT_BYTES)) {
      this.#isPaused = true;
      this.#toMake.pause();
    } else if (this.#isPaused && !isBehind && this.#unseenBytes <= UNSEEN_RESUME_BYTES) {
      this.#isPaused = false;
      this.#toMake.resume();
    }
  }
}

function sizeOf(event: SessionEvent): number {
  return event.kind === 'received' || event.kind === 'sent' ? event.bytes.length : 0;
}

/**
 * Neighbouring chunks become one event. The bytes are copied into memory of their own: a small chunk of Node's lies in a pool of 8 KiB, and
 * passing it to another process would pass the whole pool.
 */
function joinChunks(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const joined: SessionEvent[] = [];
  for (let start = 0; start < events.length;) {
    const first = events[start];
    if (first === undefined) break;
    let end = start + 1;
    if (first.kind === 'received') while (events[end]?.kind === 'received') end += 1;
    joined.push(first.kind === 'received' ? { ...first, bytes: concatenate(events.slice(start, end)) } : first);
    start = end;
  }
  return joined;
}

function concatenate(events: readonly SessionEvent[]): Uint8Array {
  const all = new Uint8Array(events.reduce((sum, event) => sum + sizeOf(event), 0));
  let length = 0;
  for (const event of events) {
    if (event.kind !== 'received') continue;
    all.set(event.bytes, length);
    length += event.bytes.length;
  }
  return all;
}
