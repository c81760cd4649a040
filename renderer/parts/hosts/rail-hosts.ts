import type { HostCounts } from '../../../shared/history/host-counts.ts';
import type { HostSummary } from '../../../shared/history/host.ts';
import type { HostOrder } from '../../../shared/history/hosts-wanted.ts';

/** The hosts that match, of which only a part is here. */
export interface RailHosts {
  /** Null until they were read for the first time. */
  readonly counts: HostCounts | null;
  readonly text: string;
  readonly tag: string | null;
  readonly order: HostOrder;
  readonly tags: readonly { readonly tag: string; readonly hostCount: number }[];
  /** The host at a place, from 0; null while it is not read. */
  readonly at: (place: number) => HostSummary | null;
  /** The place of a host; null when it is not in the part that is here. */
  readonly placeOf: (hostId: number) => number | null;
}
