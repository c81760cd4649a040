import { displayHost } from '../../../shared/check/display-host.ts';
import type { HostSummary } from '../../../shared/history/host.ts';

/** What a host is called in lists: what the person calls it, else its own name. */
export function shownName({ host, displayName }: Pick<HostSummary, 'host' | 'displayName'>): string {
  return displayName ?? displayHost(host);
}
