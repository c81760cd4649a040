import type { Finding } from '../../guidance/measurement.ts';

type PathFinding = Extract<Finding, { readonly kind: 'traceroute' }>;

/** One hop of a path: what came back for each packet. */
export type Hop = PathFinding['hops'][number];

/** What came back for one packet, or null. */
export type HopReply = Hop['replies'][number];

/** A path as it was printed: to which address, and through which hops. */
export interface PathReading {
  /** Null when it was not printed. */
  readonly address: string | null;
  readonly finding: PathFinding;
}

/** The path through these hops; it is reached when the last one that answers is the destination itself, not refusing. */
export function pathTo(address: string | null, hops: readonly Hop[], isReached = false): PathReading {
  const answered = hops.flatMap(({ replies }) => replies).filter((reply) => reply !== null);
  const arrived = answered.some((reply) => reply.address === address && (reply.said === null || reply.said === 'port_unreachable'));
  return { address, finding: { kind: 'traceroute', hops: [...hops], isReached: isReached || arrived } };
}
