/** Whether a check knows how long this took. A pasted result seldom says, and 0 stands for that: nothing here takes exactly no time. */
export function isTimeKnown(timeMs: number): boolean {
  return timeMs > 0;
}
