import { formatTarget, type Target } from '../../shared/check/target.ts';

/** A place in the window. To add one: a row here, its view in `App.svelte`. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'endpoint'; readonly target: Target }
  | { readonly kind: 'checks' }
  | { readonly kind: 'many_checks' }
  | { readonly kind: 'console' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'settings' };

/** More steps back than this nobody takes. */
const STEPS_KEPT = 100;

/** Where the person is, was and can go back to. */
export class Navigation {
  /** The place that is open. */
  place: Place = $state.raw({ kind: 'start' });
  #before: readonly Place[] = $state.raw([]);
  #after: readonly Place[] = $state.raw([]);

  readonly canGoBack = $derived(this.#before.length > 0);
  readonly canGoForward = $derived(this.#after.length > 0);

  /** Opens a place; where the person was can be gone back to. */
  go(place: Place): void {
    if (isSame(place, this.place)) {
      this.place = place;
      return;
    }
    // The first host takes the place of the page that asks for one.
    if (this.place.kind !== 'start' || place.kind !== 'endpoint') this.#before = [...this.#before, this.place].slice(-STEPS_KEPT);
    this.#after = [];
    this.place = place;
  }

  /** Goes back one place and tells which; null when there is none. */
  back(): Place | null {
    const place = this.#before.at(-1);
    if (place === undefined) return null;
    this.#before = this.#before.slice(0, -1);
    this.#after = [this.place, ...this.#after];
    this.place = place;
    return place;
  }

  /** Goes forward again and tells where; null when nothing was gone back from. */
  forward(): Place | null {
    const [place] = this.#after;
    if (place === undefined) return null;
    this.#after = this.#after.slice(1);
    this.#before = [...this.#before, this.place];
    this.place = place;
    return place;
  }
}

function isSame(one: Place, other: Place): boolean {
  if (one.kind === 'endpoint' && other.kind === 'endpoint') return keyOf(one.target) === keyOf(other.target);
  return one.kind === other.kind;
}

function keyOf(target: Target): string {
  return `${target.transport} ${formatTarget(target)}`;
}
