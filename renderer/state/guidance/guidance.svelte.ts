import type { Check } from '../../../shared/check/check.ts';
import type { Target } from '../../../shared/check/target.ts';
import { readCase, type CaseEntry } from '../../../shared/guidance/case.ts';
import type { GatheredEvidence } from '../../../shared/guidance/gathered-evidence.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import type { CasePlace, EntryWritten } from '../../../shared/ipc/case-place.ts';
import type { NewEntry } from '../../../shared/ipc/new-entry.ts';
import { ask } from '../../bridge.ts';
import { dateEntry } from './date-entry.ts';
import { withLoose } from './with-loose.ts';

/** Why something a person did was not taken into the case. */
export type EntryRefusal = Exclude<EntryWritten, { kind: 'written' }>;

/** What guidance about the shown check stands on, and what a person adds to it. */
export class Guidance {
  gathered: GatheredEvidence | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);
  /** The last thing that could not be kept, or null. */
  refusal: EntryRefusal | null = $state.raw(null);
  /** In a small window: the whole panel lies over the page. */
  isExpanded = $state(false);

  /** The open case of the endpoint, or null. */
  readonly openCase = $derived(this.gathered?.case?.closedAtMs === null ? this.gathered.case : null);
  /** What was run of the case, oldest first. */
  readonly ledger = $derived.by(() => {
    const kept = this.gathered?.case?.entries ?? [];
    return readCase({ entries: [...kept, ...this.#loose] }).ledger;
  });

  #about: Check | null = $state.raw(null);
  /** What was done about a check that is not kept: it holds as long as the check is looked at. */
  #loose: readonly CaseEntry[] = $state.raw([]);
  #reading = 0;
  readonly #onChanged: () => void;

  /** `onChanged` is told whenever something was added that others show, too. */
  constructor(onChanged: () => void) {
    this.#onChanged = onChanged;
  }

  /** Where what is done belongs; null while the check is not kept. */
  get place(): CasePlace | null {
    const id = this.#about?.id ?? null;
    return id === null ? null : { kind: 'check', checkId: id };
  }

  /** The check is not in the history: nothing done about it is. */
  get isLoose(): boolean {
    return this.#about !== null && this.#about.id === null;
  }

  /** The open case an endpoint has, if it is the one that is guided. */
  openCaseIdOf({ host, port, transport }: Target): number | null {
    const found = this.openCase;
    return found !== null && found.host === host && found.port === port && found.transport === transport ? found.id : null;
  }

  /** Whether a check of this endpoint is guided from. */
  isAbout(target: Target): boolean {
    return this.#about !== null && isSame(this.#about.target, target);
  }

  /** Guides from another check, or from none. */
  async look(check: Check | null): Promise<void> {
    if (check !== null && this.#about === check) return;
    const isOther = check === null || !this.isAbout(check.target);
    this.#about = check;
    if (isOther) {
      this.gathered = null;
      this.#loose = [];
      this.refusal = null;
    }
    await this.refresh();
  }

  /** Gathers anew: quick, and nothing is patched by hand. */
  async refresh(): Promise<void> {
    const check = this.#about;
    this.#reading += 1;
    if (check === null) return;
    const reading = this.#reading;
    const gathered = await ask('gatherEvidence', check.id === null ? { kind: 'unsaved', check } : { kind: 'check', checkId: check.id });
    if (reading !== this.#reading) return;
    this.problem = gathered.kind === 'unreadable' ? gathered.problem : null;
    if (gathered.kind === 'read') this.gathered = gathered.value === null ? null : withLoose(gathered.value, this.#loose);
  }

  /** Adds what a person did; tells whether it counts now. */
  async add(entry: NewEntry): Promise<boolean> {
    const { place } = this;
    if (place !== null) return this.#take(await ask('addToCase', { place, entry }));
    const dated = dateEntry(entry, Date.now());
    if (dated !== null) await this.addLoose([dated]);
    return dated !== null;
  }

  /** Adds what was found out about a check that is not kept. */
  async addLoose(entries: readonly CaseEntry[]): Promise<void> {
    this.#loose = [...this.#loose, ...entries];
    await this.refresh();
  }

  /** Takes what the case said to something that was added elsewhere. */
  async took(written: EntryWritten | null): Promise<void> {
    if (written === null) await this.refresh();
    else await this.#take(written);
  }

  async #take(written: EntryWritten): Promise<boolean> {
    this.refusal = written.kind === 'written' ? null : written;
    await this.refresh();
    this.#onChanged();
    return written.kind === 'written';
  }
}

function isSame(one: Target, other: Target): boolean {
  return one.host === other.host && one.port === other.port && one.transport === other.transport;
}
