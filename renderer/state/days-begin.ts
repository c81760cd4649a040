/** When today and yesterday began where this computer is, in Unix milliseconds. */
export function daysBegin(nowMs: number): { readonly todayFromMs: number; readonly yesterdayFromMs: number } {
  const now = new Date(nowMs);
  const midnight = (daysAgo: number): number => new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).getTime();
  return { todayFromMs: midnight(0), yesterdayFromMs: midnight(1) };
}
