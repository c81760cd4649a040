import type { HostSummary } from '../../../shared/history/host.ts';
import { daysBetween } from '../../../shared/text/format-day.ts';
import type { HostListWords } from '../../../shared/text/window-words.ts';

/** Hosts checked last on the same day, or before. */
export interface HostGroup {
  readonly title: string;
  readonly hosts: readonly HostSummary[];
}

/** Puts hosts, the one checked last first, under today, yesterday and earlier; one that was never checked is today's. */
export function groupHosts(hosts: readonly HostSummary[], nowMs: number, words: HostListWords): readonly HostGroup[] {
  const ago = (host: HostSummary): number => Math.max(0, daysBetween(host.lastCheckedAtMs ?? nowMs, nowMs));
  return [
    { title: words.today, hosts: hosts.filter((host) => ago(host) === 0) },
    { title: words.yesterday, hosts: hosts.filter((host) => ago(host) === 1) },
    { title: words.earlier, hosts: hosts.filter((host) => ago(host) > 1) },
  ].filter((group) => group.hosts.length > 0);
}
