import { formatTarget, type Target } from '../../shared/check/target.ts';

/** What stands in the omnibox: the open endpoint as it was or would be typed, or what the person types. */
export class OmniboxText {
  value = $state('');
  /** The text is the person's, not ours to change. */
  isTyped = $state(false);

  #asked: { readonly target: Target; readonly text: string } | null = null;

  /** The person typed. */
  type(text: string): void {
    this.value = text;
    this.isTyped = true;
  }

  /** The person checks this target, in these words: they stay while it is open. */
  ask(target: Target, text: string): void {
    this.#asked = { target, text };
    this.value = text;
    this.isTyped = false;
  }

  /** Shows the open endpoint, instead of what was typed. */
  show(endpoint: Target | null): void {
    this.isTyped = false;
    if (endpoint === null) this.value = '';
    else this.value = endpoint === this.#asked?.target ? this.#asked.text : formatTarget(endpoint);
  }

  /** Begins the address of another port of the same host; the port is still to be typed. */
  beginPort(endpoint: Target): void {
    const address = formatTarget(endpoint);
    this.type(address.slice(0, address.lastIndexOf(':') + 1));
  }
}
