/** A network's own weather changes a time by less than this: routes, queues and Wi-Fi seldom double it. */
const MATERIAL_FACTOR = 2;

/** In milliseconds. Below this nobody waits: 0.3 ms and 1.2 ms are both "at once", although one is four times the other. */
const MATERIAL_DIFFERENCE_MS = 10;

/** Whether two durations, in milliseconds, differ enough to be told: by a factor of 2 at least, and by 10 ms at least. */
export function differsMaterially(oneMs: number, otherMs: number): boolean {
  const [shortMs, longMs] = oneMs < otherMs ? [oneMs, otherMs] : [otherMs, oneMs];
  return longMs - shortMs >= MATERIAL_DIFFERENCE_MS && longMs >= MATERIAL_FACTOR * shortMs;
}
