import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

import type { CommandId } from '../../shared/ipc/window-commands.ts';

/** What a part of the window does when a command is given. */
export type Perform = () => void;

/**
 * What can be done now. Every part of the window offers its commands while it stands on the screen; the newest offer of a command is the one
 * that is taken. Menu, palette and keys all go through here.
 */
export class Commands {
  readonly #offers = new SvelteMap<CommandId, readonly Perform[]>();

  /** The commands that do something now. */
  readonly offered: readonly CommandId[] = $derived([...this.#offers.keys()]);

  /**
   * Offers a command until the function it returns is called: `$effect(() => commands.offer('compare', () => open()))`.
   * An effect that offers only under a condition makes the command come and go with it.
   */
  offer(command: CommandId, perform: Perform): () => void {
    // Read without being followed: an effect that offers must not run again because of another offer.
    this.#offers.set(command, [...untrack(() => this.#offers.get(command) ?? []), perform]);
    return () => {
      const left = (this.#offers.get(command) ?? []).filter((one) => one !== perform);
      if (left.length === 0) this.#offers.delete(command);
      else this.#offers.set(command, left);
    };
  }

  /** Does it, if anything on the screen does; tells whether it did. */
  perform(command: CommandId): boolean {
    const perform = this.#offers.get(command)?.at(-1);
    perform?.();
    return perform !== undefined;
  }
}
