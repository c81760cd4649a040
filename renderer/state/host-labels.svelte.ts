import type { HostDetails } from '../../shared/history/host-details.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { RequestOf, ResponseOf } from '../../shared/ipc/types.ts';
import { ask } from '../bridge.ts';

/** What was written about a host, or why it was not. */
type Written = ResponseOf<'setTags' | 'addNote'>;

/** What the person says about the open host: favourite, display name, tags, notes. */
export class HostLabels {
  /** Null until they were read, and for a host that is not in the history. */
  details: HostDetails | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);

  readonly #onChange: () => Promise<void>;
  #hostId: number | null = null;

  /** `onChange`: something was written, lists that show it are to be read again. */
  constructor(onChange: () => Promise<void>) {
    this.#onChange = onChange;
  }

  /** Turns to another host; null to none. */
  async follow(hostId: number | null): Promise<void> {
    if (hostId !== this.#hostId) this.details = null;
    this.#hostId = hostId;
    if (hostId === null) return;
    const read = await ask('readHost', { hostId });
    if (hostId !== this.#hostId) return;
    this.problem = read.kind === 'unreadable' ? read.problem : null;
    if (read.kind === 'read') this.details = read.value;
  }

  /** Puts a host among the favourites, or takes it from there. */
  async setFavourite(request: RequestOf<'setFavourite'>): Promise<void> {
    await this.#write(ask('setFavourite', request));
  }

  /** Gives a host a name of the person's own; null takes it away. */
  async setDisplayName(request: RequestOf<'setDisplayName'>): Promise<void> {
    await this.#write(ask('setDisplayName', request));
  }

  /** Replaces the tags of a host. */
  async setTags(request: RequestOf<'setTags'>): Promise<void> {
    // Shown at once: who types the next one builds on these.
    if (this.details?.summary.id === request.hostId)
      this.details = { ...this.details, summary: { ...this.details.summary, tags: request.tags.toSorted() } };
    await this.#write(ask('setTags', request));
  }

  /** Notes something about a host. */
  async addNote(request: RequestOf<'addNote'>): Promise<void> {
    await this.#write(ask('addNote', request));
  }

  /** Changes a note. */
  async editNote(request: RequestOf<'editNote'>): Promise<void> {
    await this.#write(ask('editNote', request));
  }

  /** Removes a note; adding it again with its own time takes that back. */
  async removeNote(request: RequestOf<'removeNote'>): Promise<void> {
    await this.#write(ask('removeNote', request));
  }

  async #write(writing: Promise<Written>): Promise<void> {
    const written = await writing;
    this.problem = written.kind === 'not_written' ? written.problem : null;
    await Promise.all([this.follow(this.#hostId), this.#onChange()]);
  }
}
