/** A mark on the axis of time. */
export interface TimeTick {
  readonly atMs: number;
  /** It stands for a day, not for a time of day. */
  readonly isDay: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const stepsInDay = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE_MS);
const stepsOfDays = [1, 2, 7, 14, 30, 61, 91, 182, 365];

/** Round times of this computer's clock inside a span, at most `mostCount` of them. */
export function timeTicks({ fromMs, toMs, mostCount }: { fromMs: number; toMs: number; mostCount: number }): readonly TimeTick[] {
  const shortestMs = (toMs - fromMs) / Math.max(1, mostCount);
  const stepMs = stepsInDay.find((step) => step >= shortestMs);
  const days = stepsOfDays.find((step) => step * DAY_MS >= shortestMs) ?? Math.ceil(shortestMs / DAY_MS);
  const ticks: TimeTick[] = [];
  // Counted from the midnight before: a day may have 23 or 25 hours.
  for (let midnight = startOfDay(fromMs); midnight < toMs; midnight = addDays(midnight, stepMs === undefined ? days : 1)) {
    const nextMs = addDays(midnight, 1);
    for (let atMs = midnight; atMs < nextMs; atMs += stepMs ?? DAY_MS * 2) {
      if (atMs >= fromMs && atMs < toMs) ticks.push({ atMs, isDay: atMs === midnight });
    }
  }
  return ticks;
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function addDays(midnightMs: number, count: number): number {
  const at = new Date(midnightMs);
  at.setDate(at.getDate() + count);
  return at.getTime();
}

/** The shortest end of a scale from 0 whose half is round as well, in milliseconds. */
export function replyScaleEnd(longestMs: number): number {
  for (let unit = 0.1; ; unit *= 10) {
    const end = [2, 4, 6, 10].map((digit) => digit * unit).find((candidate) => candidate >= longestMs);
    if (end !== undefined) return Number(end.toPrecision(3));
  }
}
