import { TABS_LIMIT, TYPED_LIMIT, type Desk } from '../../shared/ipc/desk-entries.ts';
import { ask } from '../bridge.ts';
import type { ConsoleTab } from './console/consoles.svelte.ts';
import type { Place } from './navigation.svelte.ts';
import type { OmniboxText } from './omnibox-text.svelte.ts';
import { Throttle } from './throttle.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the person has in hand: told to the main process a moment after it changes, so that a page after one that stopped can lay it out again. */
export class DeskKeeper {
  readonly #workspace: Workspace;
  readonly #typed: OmniboxText;
  readonly #telling = new Throttle(async () => void (await ask('keepDesk', this.#now())));

  constructor(workspace: Workspace, typed: OmniboxText) {
    this.#workspace = workspace;
    this.#typed = typed;
  }

  /** Tells it soon. For an effect, which follows all that it looks at. */
  keep(): void {
    this.#now();
    this.#telling.ask();
  }

  /** Puts everything back where it was. Sessions have ended: their forms are there, and what was written and not sent. */
  async layOut({ place, typed, tabs }: Desk): Promise<void> {
    const { consoles, navigation } = this.#workspace;
    for (const tab of tabs) consoles.layOut(tab);
    if (place.kind === 'endpoint') await this.#workspace.openEndpoint(place.target);
    else if (place.kind !== 'start') navigation.go(place);
    if (typed !== null) this.#typed.type(typed);
  }

  #now(): Desk {
    const { navigation, consoles } = this.#workspace;
    const { isTyped, value } = this.#typed;
    const tabs = consoles.tabs.flatMap((tab) => lyingIn(tab, tab === consoles.open)).slice(-TABS_LIMIT);
    return { place: lastingPlace(navigation.place), typed: isTyped && fits(value) ? value : null, tabs };
  }
}

/** What is made of many checks goes with the page; their results are in the history. */
function lastingPlace(place: Place): Desk['place'] {
  return place.kind === 'many_checks' ? { kind: 'checks' } : place;
}

/** Whoever called, and a port that is waited at, cannot be had again by asking. */
function lyingIn(tab: ConsoleTab, isOpen: boolean): Desk['tabs'] {
  if (tab.kind === 'listening' || !Object.values(tab.draft).every(fits)) return [];
  if (tab.kind === 'new') return tab.isListening ? [] : [{ draft: tab.draft, isOpen, ...(tab.unsent ?? { text: '', form: 'text' }) }];
  if (tab.session === null) return [];
  const { text, form, isMaskedByHand } = tab.composing;
  const isLeftOut = (isMaskedByHand ?? tab.isMasked) || !fits(text);
  return [{ draft: tab.draft, isOpen, text: isLeftOut ? '' : text, form }];
}

function fits(text: string | null): boolean {
  return text === null || text.length <= TYPED_LIMIT;
}
