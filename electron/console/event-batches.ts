import type { SessionEvent } from '../../shared/console/session-event.ts';
import { letGo } from './let-go.ts';

/**
 * Between two batches, in milliseconds: two a frame of a 60 Hz screen, so that one is there when the next frame is painted. A window that
 * takes its time (of a session nobody looks at) gets two in that time, and not more than the longest apart: fifty sessions cost as many messages.
 */
const BATCH_INTERVAL_MS = 8;
const LONGEST_INTERVAL_MS = 125;

/**
 * What one batch may hold. It begins small, grows while the window takes batches in quickly, and shrinks when it does not: what waits
 * before an echo is then never more than the window paints in a few frames, whatever the machine.
 */
const SMALLEST_BATCH_BYTES = 65_536;
const LARGEST_BATCH_BYTES = 262_144;
const QUICK_MS = 20;
const SLOW_MS = 30;

/** Few enough events to pass between processes in a millisecond or two. */
const BATCH_EVENTS = 500;

/** So many chunks of a stream wait: what comes in small packets after that is joined by the system, which costs less than to join it here. */
const WAITING_CHUNKS = 8;

/** What an event costs at the least, so that a flood of those with little or no data waits as well. */
const EVENT_BYTES = 64;

/** The peer has to wait while the window has so many batches that it did not take in, and may go on when it has half of that. */
const UNSEEN_BATCHES = 2;

/** Where batches go, and how the source is made to wait. */
export interface BatchesToMake {
  /** `sizeBytes` is what the window is to acknowledge. */
  readonly deliver: (events: readonly SessionEvent[], sizeBytes: number) => void;
  /** Called when the source should stop, and when it may go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Chunks of a stream are joined; datagrams never. */
  readonly isStream: boolean;
}

/**
 * Events of a session on their way to a window, in batches, at the window's pace: a flood costs waiting, not memory.
 *
 * 1. At most one batch per interval, the first at once, so that an answer is not delayed.
 * 2. A batch holds at most what the window showed to take in quickly, and BATCH_EVENTS; the order is kept.
 * 3. The source pauses while a whole batch or WAITING_CHUNKS wait, or the window has two batches that it did not acknowledge.
 * 4. What the person sent and the end of a connection wait for nothing: they go at once, after what came before them.
 * 5. What is delivered lies in memory that nobody else knows.
 */
export class EventBatches {
  readonly #toMake: BatchesToMake;
  #queue: SessionEvent[] = [];
  #queuedBytes = 0;
  #unseenBytes = 0;
  #batchBytes = SMALLEST_BATCH_BYTES;
  #intervalMs = BATCH_INTERVAL_MS;
  /** Batches on their way, oldest first. */
  #unseen: { leftBytes: number; readonly atMs: number }[] = [];
  #isPaused = false;
  #timer: NodeJS.Timeout | undefined;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(toMake: BatchesToMake) {
    this.#toMake = toMake;
  }

  /** Takes an event; its bytes are copied. */
  add(event: SessionEvent): void {
    const last = this.#queue.at(-1);
    if (event.kind === 'dropped' && last?.kind === 'dropped') {
      this.#queue[this.#queue.length - 1] = { ...last, sizeBytes: last.sizeBytes + event.sizeBytes };
      return;
    }
    this.#queue.push(onItsOwn(event));
    this.#queuedBytes += sizeOf(event);
    if (event.kind === 'sent' || event.kind === 'ended') this.#deliverAll();
    this.#schedule();
    this.#steer();
  }

  /** The window has taken in this much data. */
  acknowledge(sizeBytes: number): void {
    this.#unseenBytes = Math.max(0, this.#unseenBytes - sizeBytes);
    this.#learn(sizeBytes);
    this.#schedule();
    this.#steer();
  }

  /** Forgets what was not delivered: nobody is left to take it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  get #isUnseenFull(): boolean {
    return this.#unseenBytes >= UNSEEN_BATCHES * this.#batchBytes;
  }

  /** How long the window took says how much it can take. Small batches say nothing: they are painted with the next frame. */
  #learn(sizeBytes: number): void {
    let rest = sizeBytes;
    for (let [first] = this.#unseen; first !== undefined && rest > 0; [first] = this.#unseen) {
      const taken = Math.min(rest, first.leftBytes);
      rest -= taken;
      first.leftBytes -= taken;
      if (first.leftBytes > 0) return;
      this.#unseen.shift();
      const tookMs = performance.now() - first.atMs;
      this.#intervalMs = Math.min(LONGEST_INTERVAL_MS, Math.max(BATCH_INTERVAL_MS, tookMs / 2));
      if (tookMs > SLOW_MS) this.#batchBytes = Math.max(SMALLEST_BATCH_BYTES, this.#batchBytes / 2);
      else if (tookMs < QUICK_MS && this.#queuedBytes > 0) this.#batchBytes = Math.min(LARGEST_BATCH_BYTES, this.#batchBytes * 2);
    }
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#queue.length === 0 || this.#isUnseenFull) return;
    const waitMs = Math.max(0, this.#lastAtMs + this.#intervalMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#deliver();
      this.#schedule();
      this.#steer();
    }, waitMs);
  }

  /** A whole batch waits at the most, and the person is the only one who can make this happen often. */
  #deliverAll(): void {
    clearTimeout(this.#timer);
    while (this.#queue.length > 0) this.#deliver();
  }

  #deliver(): void {
    this.#timer = undefined;
    this.#lastAtMs = performance.now();
    const batch = this.#takeBatch();
    const sizeBytes = batch.reduce((sum, event) => sum + sizeOf(event), 0);
    this.#queuedBytes -= sizeBytes;
    this.#unseenBytes += sizeBytes;
    this.#unseen.push({ leftBytes: sizeBytes, atMs: this.#lastAtMs });
    this.#toMake.deliver(this.#toMake.isStream ? joinChunks(batch) : batch, sizeBytes);
  }

  #takeBatch(): readonly SessionEvent[] {
    let room = this.#batchBytes;
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
    const room = this.#toMake.isStream ? WAITING_CHUNKS : BATCH_EVENTS;
    const isBehind = this.#queuedBytes >= this.#batchBytes || this.#queue.length >= room;
    if (!this.#isPaused && (isBehind || this.#isUnseenFull)) {
      this.#isPaused = true;
      this.#toMake.pause();
    } else if (this.#isPaused && !isBehind && 2 * this.#unseenBytes <= UNSEEN_BATCHES * this.#batchBytes) {
      this.#isPaused = false;
      this.#toMake.resume();
    }
  }
}

function sizeOf(event: SessionEvent): number {
  return event.kind === 'received' || event.kind === 'sent' ? Math.max(EVENT_BYTES, event.bytes.length) : EVENT_BYTES;
}

/** Others read the bytes too, and let go of them when they like; and some lie in a pool of Node's, all of which would pass to another process. */
function onItsOwn(event: SessionEvent): SessionEvent {
  return event.kind === 'received' || event.kind === 'sent' ? { ...event, bytes: new Uint8Array(event.bytes) } : event;
}

/** Neighbouring chunks become one event. */
function joinChunks(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const joined: SessionEvent[] = [];
  for (let start = 0; start < events.length;) {
    const first = events[start];
    if (first === undefined) break;
    let end = start + 1;
    if (first.kind === 'received') while (events[end]?.kind === 'received') end += 1;
    joined.push(first.kind === 'received' && end > start + 1 ? { ...first, bytes: concatenate(events.slice(start, end)) } : first);
    start = end;
  }
  return joined;
}

function concatenate(events: readonly SessionEvent[]): Uint8Array {
  const chunks = events.flatMap((event) => (event.kind === 'received' ? [event.bytes] : []));
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const chunk of chunks) {
    all.set(chunk, length);
    length += chunk.length;
    letGo(chunk);
  }
  return all;
}
