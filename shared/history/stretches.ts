/** Checks in a row that all worked, or all did not. Times are Unix milliseconds. */
export interface Stretch {
  readonly isUp: boolean;
  /** Of its first and its last check: what lies before and after was not seen. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly checkCount: number;
}

/** What the stretches of a row of checks say. */
export interface StretchReading {
  readonly current: Stretch | null;
  /** The first of equally long ones. */
  readonly longestUp: Stretch | null;
  readonly longestDown: Stretch | null;
  readonly lastWorkedAtMs: number | null;
  readonly firstFailedAtMs: number | null;
}

/** Follows the stretches of checks as they come. */
export interface StretchGathering {
  readonly add: (startedAtMs: number, isUp: boolean) => void;
  /** Takes all checks of another gathering; they come after those that are here. */
  readonly addAll: (saved: SavedStretches) => void;
  readonly read: () => StretchReading;
  /** Null without a check. */
  readonly save: () => SavedStretches | null;
}

/** The stretches of a row of checks that count, and those at its ends, so that it can be joined to others. */
export interface SavedStretches {
  /** The same as `last` when all agree. */
  readonly first: Stretch;
  readonly last: Stretch;
  readonly isOne: boolean;
  readonly longestUp: Stretch | null;
  readonly longestDown: Stretch | null;
  readonly lastWorkedAtMs: number | null;
}

/** Starts before the first check. */
export function startStretches(): StretchGathering {
  let row: SavedStretches | null = null;
  const addAll = (next: SavedStretches): void => {
    row = row === null ? next : join(row, next);
  };
  return {
    add: (startedAtMs, isUp) => addAll(rowOfOne(startedAtMs, isUp)),
    addAll,
    read: () => ({
      current: row?.last ?? null,
      longestUp: row?.longestUp ?? null,
      longestDown: row?.longestDown ?? null,
      lastWorkedAtMs: row?.lastWorkedAtMs ?? null,
      firstFailedAtMs: row?.last.isUp === false ? row.last.fromMs : null,
    }),
    save: () => row,
  };
}

function rowOfOne(startedAtMs: number, isUp: boolean): SavedStretches {
  const stretch = { isUp, fromMs: startedAtMs, toMs: startedAtMs, checkCount: 1 };
  return {
    first: stretch,
    last: stretch,
    isOne: true,
    longestUp: isUp ? stretch : null,
    longestDown: isUp ? null : stretch,
    lastWorkedAtMs: isUp ? startedAtMs : null,
  };
}

/** Two rows after each other; where they meet, two stretches that agree are one. */
function join(one: SavedStretches, next: SavedStretches): SavedStretches {
  const meets = one.last.isUp === next.first.isUp;
  const met = meets ? { ...one.last, toMs: next.first.toMs, checkCount: one.last.checkCount + next.first.checkCount } : null;
  const metUp = met?.isUp === true ? met : null;
  const metDown = met?.isUp === false ? met : null;
  return {
    first: one.isOne && met !== null ? met : one.first,
    last: next.isOne && met !== null ? met : next.last,
    isOne: one.isOne && next.isOne && meets,
    longestUp: longest(one.longestUp, metUp, next.longestUp),
    longestDown: longest(one.longestDown, metDown, next.longestDown),
    lastWorkedAtMs: next.lastWorkedAtMs ?? one.lastWorkedAtMs,
  };
}

/** How long a stretch lasted at least, in milliseconds; 0 when the computer's clock was set back inside it. */
export function lengthOf({ fromMs, toMs }: Stretch): number {
  return Math.max(0, toMs - fromMs);
}

/** The first of equally long ones. */
function longest(...candidates: readonly (Stretch | null)[]): Stretch | null {
  return candidates.reduce(
    (known, candidate) => (known === null || (candidate !== null && outlasts(candidate, known)) ? candidate : known),
    null,
  );
}

/** By time, then by the number of checks: a stretch that grew within one millisecond is the one to tell of. */
function outlasts(one: Stretch, other: Stretch): boolean {
  const more = lengthOf(one) - lengthOf(other);
  return more > 0 || (more === 0 && one.fromMs === other.fromMs && one.checkCount > other.checkCount);
}
