import { ask } from '../../bridge.ts';

/** More are not counted. */
const COUNTED = 20;

/** How many sessions are kept with a host. */
export class KeptCount {
  value = $state(0);
  /** There are more than were counted. */
  isMore = $state(false);
  #hostId: number | null = null;

  /** Counts those of a host; null has none. */
  async count(hostId: number | null): Promise<void> {
    this.#hostId = hostId;
    [this.value, this.isMore] = [0, false];
    if (hostId === null) return;
    const page = await ask('listTranscripts', { hostId, limit: COUNTED });
    if (this.#hostId !== hostId || page.kind !== 'listed') return;
    [this.value, this.isMore] = [page.rows.length, page.next !== null];
  }
}
