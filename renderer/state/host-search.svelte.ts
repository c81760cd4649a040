import type { Outcome } from '../../shared/check/outcome.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import { ask } from '../bridge.ts';

/** As many as can be chosen from at a glance. */
const HOSTS_FOUND = 8;

/** A few hosts that match what is typed, to choose one of them. */
export class HostSearch {
  text = $state('');
  /** Null until they were read. */
  found: readonly HostSummary[] | null = $state.raw(null);

  /** Finds them; an answer to what was typed before is dropped. */
  async find(text: string, outcomes: readonly Outcome[] = []): Promise<void> {
    this.text = text;
    const listing = await ask('listHosts', { text, outcomes: [...outcomes], order: 'name', limit: HOSTS_FOUND });
    if (text === this.text) this.found = listing.kind === 'listed' ? listing.rows : [];
  }
}
