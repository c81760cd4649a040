import type { CaseSummary, KeptCase } from '../../../shared/guidance/kept-case.ts';
import type { ResponseOf } from '../../../shared/ipc/types.ts';
import { ask } from '../../bridge.ts';
import type { Guidance } from './guidance.svelte.ts';

/** The cases of a host: the one of the shown check, or an older one that is looked at. */
export class Cases {
  listed: readonly CaseSummary[] = $state.raw([]);
  /** An older case that is looked at, or null. */
  older: KeptCase | null = $state.raw(null);

  readonly #guidance: Guidance;
  readonly #onChanged: () => void;

  readonly shown: KeptCase | null = $derived.by(() => this.older ?? this.#guidance.gathered?.case ?? null);
  readonly others: readonly CaseSummary[] = $derived(this.listed.filter(({ id }) => id !== this.shown?.id));

  /** `onChanged` is told when what is to be undone may stand elsewhere, too. */
  constructor(guidance: Guidance, onChanged: () => void) {
    this.#guidance = guidance;
    this.#onChanged = onChanged;
  }

  /** Lists the cases of another host, or of none. */
  async list(hostId: number | null): Promise<void> {
    const listing = hostId === null ? null : await ask('listCases', { hostId });
    this.listed = listing?.kind === 'listed' ? listing.rows : [];
  }

  /** Looks at a case of the list. */
  async open(caseId: number): Promise<void> {
    const reading = await ask('readCase', { caseId });
    const isOther = reading.kind === 'read' && reading.value !== null && reading.value.id !== this.#guidance.gathered?.case?.id;
    this.older = isOther ? reading.value : null;
  }

  /** Adds a note to the case that is shown; it begins one where there is none. */
  async note(text: string): Promise<void> {
    const { older } = this;
    if (older === null) await this.#guidance.add({ kind: 'noted', text });
    else {
      await this.#guidance.took(await ask('addToCase', { place: { kind: 'case', caseId: older.id }, entry: { kind: 'noted', text } }));
      await this.open(older.id);
    }
  }

  /** Gives a case another title. */
  async rename(caseId: number, title: string): Promise<ResponseOf<'renameCase'>> {
    const renamed = await ask('renameCase', { caseId, title });
    await this.#refresh();
    return renamed;
  }

  /** Closes a case; while something is to be undone, only when the person was reminded of it. */
  async close(caseId: number, isReminded: boolean): Promise<ResponseOf<'closeCase'>> {
    const closed = await ask('closeCase', { caseId, isReminded });
    if (closed.kind !== 'changes_open') await this.#refresh();
    return closed;
  }

  /** Opens a closed case again. */
  async resume(caseId: number): Promise<ResponseOf<'reopenCase'>> {
    const reopened = await ask('reopenCase', { caseId });
    await this.#refresh();
    return reopened;
  }

  async #refresh(): Promise<void> {
    const { older } = this;
    await this.#guidance.refresh();
    await this.list(this.#guidance.gathered?.hostId ?? null);
    if (older !== null) await this.open(older.id);
    this.#onChanged();
  }
}
