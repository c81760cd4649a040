import type { Finding } from '../../../shared/guidance/measurement.ts';

/** One step of the way, as it is drawn. */
export interface PathPoint {
  readonly hopLimit: number;
  /** Who answered, each once; empty for silence. */
  readonly addresses: readonly string[];
  /** Milliseconds, those that were told. */
  readonly timesMs: readonly number[];
  readonly sentCount: number;
  readonly lostCount: number;
  /** "answered", "silent", or "refused" where somebody said that it goes no further. */
  readonly kind: 'answered' | 'silent' | 'refused';
}

/** The way of packets step by step, from this computer on. */
export function pathPoints({ hops }: Extract<Finding, { kind: 'traceroute' }>): readonly PathPoint[] {
  return hops.map(({ hopLimit, replies }) => {
    const heard = replies.filter((reply) => reply !== null);
    const saysNo = heard.some(({ said }) => said !== null && said !== 'hop_limit_reached' && said !== 'port_unreachable');
    return {
      hopLimit,
      addresses: [...new Set(heard.map(({ address }) => address))],
      timesMs: heard.flatMap(({ timeMs }) => timeMs ?? []),
      sentCount: replies.length,
      lostCount: replies.length - heard.length,
      kind: heard.length === 0 ? 'silent' : saysNo ? 'refused' : 'answered',
    };
  });
}
