/** Two checks further apart than this say nothing about the time between them, in milliseconds: an hour. */
export const LONGEST_WATCHED_GAP_MS = 3_600_000;

/** How much of the watched time something worked. */
export interface Uptime {
  /** 0 to 1, or null when nothing was watched. */
  readonly uptimeShare: number | null;
  readonly watchedMs: number;
}

/** Follows the time between checks as they come. */
export interface UptimeGathering {
  readonly add: (startedAtMs: number, isUp: boolean) => void;
  /** Takes all checks of another gathering; they come after those that are here. */
  readonly addAll: (saved: SavedUptime) => void;
  readonly read: () => Uptime;
  /** Null without a check. */
  readonly save: () => SavedUptime | null;
}

/** The uptime of a row of checks, and its ends, so that it can be joined to others. */
export interface SavedUptime {
  readonly first: Seen;
  readonly last: Seen;
  readonly upMs: number;
  readonly watchedMs: number;
}

interface Seen {
  readonly startedAtMs: number;
  readonly isUp: boolean;
}

/**
 * Starts before the first check.
 *
 * The share is of time, not of checks: people check in bursts while something fails, so a share of checks tells how often somebody
 * looked. The time between two neighbouring checks counts
 * 1. as up or down when both agree,
 * 2. half each when they differ: the change was somewhere between,
 * 3. not at all when they are more than an hour apart, or the clock was set back: nobody was watching.
 */
export function startUptime(): UptimeGathering {
  let first: Seen | null = null;
  let last: Seen | null = null;
  let upMs = 0;
  let watchedMs = 0;
  const addAll = (next: SavedUptime): void => {
    const gapMs = last === null ? 0 : next.first.startedAtMs - last.startedAtMs;
    if (last !== null && gapMs > 0 && gapMs <= LONGEST_WATCHED_GAP_MS) {
      watchedMs += gapMs;
      upMs += (gapMs * (Number(last.isUp) + Number(next.first.isUp))) / 2;
    }
    first ??= next.first;
    last = next.last;
    upMs += next.upMs;
    watchedMs += next.watchedMs;
  };
  return {
    add: (startedAtMs, isUp) => addAll({ first: { startedAtMs, isUp }, last: { startedAtMs, isUp }, upMs: 0, watchedMs: 0 }),
    addAll,
    read: () => ({ uptimeShare: watchedMs === 0 ? null : upMs / watchedMs, watchedMs }),
    save: () => (first === null || last === null ? null : { first, last, upMs, watchedMs }),
  };
}
