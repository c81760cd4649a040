import type { SessionEvent } from '../../shared/console/session-event.ts';
import { LINE_FEED } from '../../shared/console/transcript-line.ts';

/** This much of a session is written down as fast as it comes: more than any dialogue says at once. */
const BURST_COST = 4 * 1_024 * 1_024;

/** After that, a second's worth: a flood is not worth wearing a disk out for, and most of it would be dropped again. */
const COST_PER_SECOND = 262_144;

/** The newest of what came too fast, in bytes; the rest is left out and counted. */
const WAITING_LIMIT_BYTES = 131_072;

/** An event and a line cost as much as so many bytes: a flood of empty lines is more work than one of long ones. */
const EACH_COST = 64;

/** Told bytes of an earlier event that are not read here any more. */
export type OnLeftOut = (bytes: Uint8Array) => void;

/**
 * Events of a session on their way to the disk, at a pace it can keep: a dialogue passes as it is, of a flood the newest now and then.
 *
 * What is left out becomes a `dropped` event in its place. Only what a peer can flood with is left out; the rest always passes.
 */
export class TranscriptPace {
  #waiting: SessionEvent[] = [];
  #waitingBytes = 0;
  #allowance = BURST_COST;
  #filledAtMs: number;
  #isFlood = false;
  #skippedBytes = 0;
  readonly #onLeftOut: OnLeftOut;

  /** Any clock in milliseconds that does not jump. */
  constructor(nowMs: number, onLeftOut: OnLeftOut = ignore) {
    this.#filledAtMs = nowMs;
    this.#onLeftOut = onLeftOut;
  }

  /** Received bytes that were left out so far. */
  get skippedBytes(): number {
    return this.#skippedBytes;
  }

  /** Something waits: `release` is due in a while. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Takes an event and gives those that may be written down now. */
  add(event: SessionEvent): readonly SessionEvent[] {
    if (!this.#isFlood) {
      const cost = costOf(event);
      if (cost <= this.#allowance || !canFlood(event)) {
        this.#allowance -= cost;
        return [event];
      }
      this.#isFlood = true;
    }
    this.#waiting.push(event);
    this.#waitingBytes += EACH_COST + sizeOf(event);
    this.#leaveOut();
    return [];
  }

  /** What has waited long enough, at most this much of it; what is older is left out. */
  release(nowMs: number, cost: number): readonly SessionEvent[] {
    this.#allowance = Math.min(BURST_COST, this.#allowance + ((nowMs - this.#filledAtMs) / 1_000) * COST_PER_SECOND);
    this.#filledAtMs = nowMs;
    return this.#allowance > 0 ? this.flush(cost) : [];
  }

  /** The same without waiting: the session is over. */
  flush(cost: number): readonly SessionEvent[] {
    const { kept, leftOutBytes } = newestOf(this.#waiting, cost);
    // Until nothing more is left out it is still one flood: pieces torn out of it tell less than its end.
    this.#isFlood = leftOutBytes > 0 || kept[0]?.kind === 'dropped';
    this.#skippedBytes += leftOutBytes;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#allowance -= kept.reduce((sum, event) => sum + costOf(event), 0);
    return kept;
  }

  #leaveOut(): void {
    while (this.#waitingBytes > WAITING_LIMIT_BYTES) {
      const index = this.#waiting.findIndex(canFlood);
      const event = this.#waiting[index];
      // Of the newest one nobody else may have read everything yet.
      if (event === undefined || index === this.#waiting.length - 1) return;
      const sizeBytes = sizeOf(event);
      if (event.kind === 'received') this.#onLeftOut(event.bytes);
      this.#skippedBytes += sizeBytes;
      this.#waitingBytes -= EACH_COST + sizeBytes;
      const before = this.#waiting[index - 1];
      if (before?.kind === 'dropped') {
        this.#waiting.splice(index - 1, 2, { ...before, sizeBytes: before.sizeBytes + sizeBytes });
      } else {
        this.#waiting[index] = { kind: 'dropped', atMs: event.atMs, sizeBytes };
        this.#waitingBytes += EACH_COST;
      }
    }
  }
}

/** The newest events that cost so much, in their order, after a `dropped` for those that went. */
function newestOf(
  events: readonly SessionEvent[],
  cost: number,
): { readonly kept: readonly SessionEvent[]; readonly leftOutBytes: number } {
  const kept: SessionEvent[] = [];
  let room = cost;
  let leftOutBytes = 0;
  for (const event of events.toReversed()) {
    if (!canFlood(event)) {
      kept.push(event);
      continue;
    }
    const part = event.kind === 'received' ? { ...event, bytes: tailOf(event.bytes, room) } : event;
    leftOutBytes += sizeOf(event) - sizeOf(part);
    if (room > 0) kept.push(part);
    room -= costOf(part);
  }
  const [atMs] = events.map((event) => event.atMs);
  kept.reverse();
  if (leftOutBytes === 0 || atMs === undefined) return { kept, leftOutBytes };
  const [first] = kept;
  if (first?.kind === 'dropped') kept[0] = { ...first, sizeBytes: first.sizeBytes + leftOutBytes };
  else kept.unshift({ kind: 'dropped', atMs, sizeBytes: leftOutBytes });
  return { kept, leftOutBytes };
}

function tailOf(bytes: Uint8Array, room: number): Uint8Array {
  let start = bytes.length;
  for (let left = room; start > 0 && left > 0; start -= 1) left -= bytes[start - 1] === LINE_FEED ? EACH_COST + 1 : 1;
  return bytes.subarray(start);
}

/** What a peer can send without end. */
function canFlood({ kind }: SessionEvent): boolean {
  return kind === 'received' || kind === 'telnet';
}

function sizeOf(event: SessionEvent): number {
  return event.kind === 'received' || event.kind === 'sent' ? event.bytes.length : 0;
}

function costOf(event: SessionEvent): number {
  if (event.kind !== 'received' && event.kind !== 'sent') return EACH_COST;
  let lineCount = 1;
  for (let place = event.bytes.indexOf(LINE_FEED); place >= 0; place = event.bytes.indexOf(LINE_FEED, place + 1)) lineCount += 1;
  return event.bytes.length + lineCount * EACH_COST;
}

function ignore(): void {
  // The collector finds it.
}
