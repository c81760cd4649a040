import type { Words } from '../../../shared/text/words.ts';
import { isPlaceName } from './is-place-name.ts';

/** Who usually sends results, as the language calls them; in English where that cannot name a place. */
export function usualPlace({ guide }: Pick<Words, 'guide'>): string {
  const { usualPlace: named } = guide.paste;
  return isPlaceName(named) ? named : 'customer';
}
