import { outcomes } from '../../shared/check/outcome.ts';
import type { CheckRow } from '../../shared/history/check-row.ts';
import type { ChecksCursor } from '../../shared/history/checks-wanted.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import { readChecksFilter } from '../../shared/text/read-checks-filter.ts';
import type { Words } from '../../shared/text/words.ts';
import type { ResponseOf } from '../../shared/ipc/types.ts';
import { ask } from '../bridge.ts';

const HOSTS_LISTED = 6;
const CHECKS_LISTED = 6;

/** One call looks through a bounded part of the past; somebody who has not found it after so many types more. */
const MOST_CALLS = 50;

/** What a store takes as text to find. */
const LONGEST_TEXT = 200;

/** What the history has for what is typed in the palette. What was found before stays until the next is there. */
export class PaletteSearch {
  typed = $state('');
  hosts: readonly HostSummary[] = $state.raw([]);
  checks: readonly CheckRow[] = $state.raw([]);
  isLooking = $state(false);

  /** Looks for it; what was looked for before is given up. */
  async look(typed: string, words: Words): Promise<void> {
    this.typed = typed;
    this.isLooking = true;
    const text = typed.trim().slice(0, LONGEST_TEXT);
    await Promise.all([this.#lookForHosts(typed, text, words), this.#lookForChecks(typed, text, words)]);
    if (this.typed === typed) this.isLooking = false;
  }

  /** Gives up what is looked for, and forgets what was found. */
  stop(): void {
    this.typed = '';
    this.isLooking = false;
    this.hosts = [];
    this.checks = [];
  }

  async #lookForHosts(typed: string, text: string, words: Words): Promise<void> {
    const named = text === '' ? [] : outcomes.filter((one) => words.outcomes[one].word.toLowerCase().includes(text.toLowerCase()));
    const listing = await ask('listHosts', { text, outcomes: named, limit: HOSTS_LISTED });
    if (this.typed === typed) this.hosts = listing.kind === 'listed' ? listing.rows : [];
  }

  async #lookForChecks(typed: string, text: string, words: Words): Promise<void> {
    if (text === '') {
      this.checks = [];
      return;
    }
    const filter = readChecksFilter(text, words);
    let found: readonly CheckRow[] = [];
    let after: ChecksCursor | null = null;
    for (let call = 0; call < MOST_CALLS && found.length < CHECKS_LISTED; call += 1) {
      const page: ResponseOf<'pageChecks'> = await ask('pageChecks', { hostId: null, filter, after, limit: CHECKS_LISTED - found.length });
      if (this.typed !== typed) return;
      if (page.kind !== 'listed') break;
      found = [...found, ...page.rows];
      if (found.length > 0) this.checks = found;
      if (page.next === null) break;
      after = page.next;
    }
    this.checks = found;
  }
}
