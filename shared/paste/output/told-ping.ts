import type { Finding } from '../../guidance/measurement.ts';
import type { ToldMeasurement } from './told.ts';

type PingFinding = Extract<Finding, { readonly kind: 'ping' }>;

/** What was counted and timed by a ping. */
export interface PingCount extends Pick<PingFinding, 'sentCount' | 'receivedCount' | 'said'> {
  /** Of the replies, in milliseconds. */
  readonly timesMs: readonly number[];
}

/** A ping as a finding. */
export function pingFinding({ sentCount, receivedCount, timesMs, said }: PingCount): PingFinding {
  const times = timesMs.length === 0 ? null : timesMs;
  return {
    kind: 'ping',
    sentCount,
    receivedCount,
    minMs: times && Math.min(...times),
    averageMs: times && round(times.reduce((sum, timeMs) => sum + timeMs, 0) / times.length),
    maxMs: times && Math.max(...times),
    said,
  };
}

/** A ping of an address, told by somebody. */
export function pinged(address: string, count: PingCount): ToldMeasurement {
  return { kind: 'measured', request: { kind: 'ping', address }, finding: pingFinding(count) };
}

/** A finer digit is noise. */
function round(timeMs: number): number {
  return Math.round(timeMs * 1_000) / 1_000;
}
