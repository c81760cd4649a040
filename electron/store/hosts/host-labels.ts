import { changing } from '../changing.ts';
import type { Written } from '../changing.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Puts a host among the favourites, or takes it out. Never throws for reasons of the disk or the file. */
export function setFavourite(store: Store, { hostId, isFavourite }: { readonly hostId: number; readonly isFavourite: boolean }): Written {
  return changing(store, () => prepared(store, SET_FAVOURITE).run({ hostId, isFavourite: Number(isFavourite) }).changes > 0);
}

/** Calls a host something, or with null by its own name again. Never throws for reasons of the disk or the file. */
export function setDisplayName(
  store: Store,
  { hostId, displayName }: { readonly hostId: number; readonly displayName: string | null },
): Written {
  return changing(store, () => {
    if (prepared(store, SET_DISPLAY_NAME).run({ hostId, displayName }).changes === 0) return false;
    refreshSearchText(store, hostId);
    return true;
  });
}

const SET_FAVOURITE = 'UPDATE hosts SET is_favourite = @isFavourite WHERE id = @hostId AND hidden_at_ms IS NULL';

const SET_DISPLAY_NAME = 'UPDATE hosts SET display_name = @displayName WHERE id = @hostId AND hidden_at_ms IS NULL';
