import { nextZoom, usualPreferences, type Preferences as Chosen } from '../../shared/ipc/preferences.ts';
import { ask, follow } from '../bridge.ts';

/** What the person likes. The main process keeps it: what is chosen here, in the menu or with the wheel arrives the same way. */
export class Preferences {
  chosen: Chosen = $state.raw(usualPreferences);

  readonly larger = $derived(nextZoom(this.chosen.zoomPercent, 1));
  readonly smaller = $derived(nextZoom(this.chosen.zoomPercent, -1));

  /** Follows what is chosen until the function it returns is called. */
  follow(): () => void {
    return follow('followPreferences', null, { onEvent: (chosen) => (this.chosen = chosen) });
  }

  /** Changes what is named; it is kept. */
  choose(chosen: Partial<Chosen>): void {
    void ask('writePreferences', chosen);
  }
}
