import type { Target } from '../../../shared/check/target.ts';
import { draftFor, emptyDraft, readDraft, type SessionDraft } from '../../../shared/console/session-draft.ts';
import type { ChosenSession } from '../../../shared/console/session-request.ts';
import type { Desk } from '../../../shared/ipc/desk-entries.ts';
import { KeptConsoles } from './kept-consoles.svelte.ts';
import { Listening, type ListenPlan, type Peer } from './listening.svelte.ts';
import { LiveSession } from './live-session.svelte.ts';
import { NewSession } from './new-session.svelte.ts';

/** What a tab of the console holds: a form, a session, or a port that is waited at. */
export type ConsoleTab = NewSession | LiveSession | Listening;

/** Every session that is held, in tabs; it goes on while other places are looked at. */
export class Consoles {
  tabs: readonly ConsoleTab[] = $state.raw([]);
  open: ConsoleTab | null = $state.raw(null);
  /** The list of kept sessions stands in the place of the open tab. */
  isLookingBack = $state(false);
  readonly kept = new KeptConsoles();
  #lastKey = 0;

  /** Opens a form, filled in for an endpoint where one is known. */
  begin(target: Target | null, draft: SessionDraft = target === null ? emptyDraft : draftFor(target, null, null)): void {
    const empty = this.tabs.find((tab) => tab.kind === 'new');
    if (empty !== undefined) {
      if (target !== null) empty.draft = draft;
      return this.show(empty);
    }
    this.#add(new NewSession(this.#nextKey(), draft));
  }

  /** Opens a session; the form it was asked for in, if any, gives it its tab. */
  connect(session: ChosenSession, draft: SessionDraft, form: NewSession | null = null): LiveSession {
    const live = new LiveSession(this.#nextKey(), { kind: 'target', session });
    live.draft = draft;
    if (form?.unsent != null) Object.assign(live.composing, form.unsent);
    this.#add(live, form);
    return live;
  }

  /** Opens a session with the habits of its service; a form where those are not enough. `hasTls` null goes by the port. */
  talk(target: Target, service: string | null, hasTls: boolean | null): void {
    const draft = draftFor(target, service, hasTls);
    const reading = readDraft(draft);
    if (reading.kind === 'read') this.connect(reading.session, draft);
    else this.begin(target, draft);
  }

  /** Waits at a local port; everybody who comes gets a tab. */
  listen(plan: ListenPlan, form: NewSession | null = null): void {
    const listening = new Listening(this.#nextKey(), plan, (peer) => this.#accept(peer, plan));
    this.#add(listening, form);
  }

  /** Adds the form of a session that the last page held, with what was written in it and not sent. */
  layOut({ draft, isOpen, ...unsent }: Desk['tabs'][number]): void {
    const form = new NewSession(this.#nextKey(), draft);
    form.unsent = unsent;
    this.tabs = [...this.tabs, form];
    if (isOpen) this.open = form;
    this.open ??= form;
  }

  /** Turns to a tab. */
  show(tab: ConsoleTab): void {
    this.open = tab;
    this.isLookingBack = false;
  }

  /** Turns to the next tab (1) or the one before, round and round. */
  step(by: 1 | -1): void {
    const place = this.tabs.findIndex((tab) => tab === this.open);
    const next = this.tabs[(place + by + this.tabs.length) % this.tabs.length];
    if (next !== undefined) this.show(next);
  }

  /** Closes a tab and what is in it. */
  close(tab: ConsoleTab): void {
    const place = this.tabs.indexOf(tab);
    if (tab.kind !== 'new') tab.leave();
    this.tabs = this.tabs.filter((one) => one !== tab);
    if (this.open === tab) this.open = this.tabs[Math.min(place, this.tabs.length - 1)] ?? null;
  }

  #accept({ peerId, address, port }: Peer, { service }: ListenPlan): void {
    const session = new LiveSession(this.#nextKey(), {
      ...{ kind: 'peer', peerId, service },
      target: { host: address, port, transport: 'tcp' },
    });
    this.tabs = [...this.tabs, session];
  }

  #add(tab: ConsoleTab, form: NewSession | null = null): void {
    this.tabs = form !== null && this.tabs.includes(form) ? this.tabs.map((one) => (one === form ? tab : one)) : [...this.tabs, tab];
    this.show(tab);
  }

  #nextKey(): number {
    this.#lastKey += 1;
    return this.#lastKey;
  }
}
