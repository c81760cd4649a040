import type { Commands } from './commands.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';

/** Offers to draw everything larger or smaller, as far as that goes. Called while a component is made. */
export function offerZoom(commands: Commands, preferences: Preferences): void {
  $effect(() => {
    const { larger } = preferences;
    return larger === null ? undefined : commands.offer('zoom_in', () => preferences.choose({ zoomPercent: larger }));
  });
  $effect(() => {
    const { smaller } = preferences;
    return smaller === null ? undefined : commands.offer('zoom_out', () => preferences.choose({ zoomPercent: smaller }));
  });
  $effect(() => commands.offer('zoom_reset', () => preferences.choose({ zoomPercent: 100 })));
}
