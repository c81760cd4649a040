import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps new connections to each host apart; resolves when the next one may start, rejects never, returns early on abort. */
export type Pace = (host: string, signal: AbortSignal) => Promise<void>;

/** At most so many starts a second for each host, evenly spread; hosts do not wait for each other. */
export function createPace(perSecond: (host: string) => number | null): Pace {
  const nextMs = new Map<string, number>();
  return async (host, signal) => {
    const rate = perSecond(host);
    if (rate === null) return;
    const nowMs = performance.now();
    const startMs = Math.max(nowMs, nextMs.get(host) ?? 0);
    nextMs.set(host, startMs + 1_000 / rate);
    if (startMs > nowMs) await sleep(startMs - nowMs, undefined, { signal }).catch(() => undefined);
  };
}
