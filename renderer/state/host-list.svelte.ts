import { displayHost } from '../../shared/check/display-host.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';

/** More hosts than this nobody scrolls through; the filter finds the rest once search comes. */
const HOSTS_LISTED = 500;

/** The hosts on the left, the one checked last first. */
export class HostList {
  /** Null until they were read for the first time. */
  hosts: readonly HostSummary[] | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);
  filter = $state('');

  /** The hosts whose name or address holds the filter's text. */
  readonly shown = $derived.by(() => {
    const wanted = this.filter.trim().toLowerCase();
    return (this.hosts ?? []).filter(({ host }) => host.includes(wanted) || displayHost(host).toLowerCase().includes(wanted));
  });

  /** Reads them again. */
  async refresh(): Promise<void> {
    const listing = await ask('listHosts', { limit: HOSTS_LISTED });
    this.problem = listing.kind === 'unreadable' ? listing.problem : null;
    this.hosts = listing.kind === 'listed' ? listing.rows : (this.hosts ?? []);
  }

  /** The host of this name or address, or null when it is not among them. */
  find(host: string): HostSummary | null {
    return this.hosts?.find((one) => one.host === host) ?? null;
  }
}
