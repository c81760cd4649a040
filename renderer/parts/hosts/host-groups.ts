import type { HostCounts } from '../../../shared/history/host-counts.ts';
import type { HostOrder } from '../../../shared/history/hosts-wanted.ts';
import type { Words } from '../../../shared/text/words.ts';

/** Hosts that stand together in the list, under a title. */
export interface HostGroup {
  readonly title: string;
  readonly isFavourites: boolean;
  /** The place of its first host in the whole list, from 0. */
  readonly first: number;
  readonly count: number;
}

/** The groups of the list: favourites first, then by day where the day is the order; empty ones are left out. */
export function groupHosts(counts: HostCounts, order: HostOrder, words: Words): readonly HostGroup[] {
  const { favourites, today, yesterday, earlier, neverChecked } = counts;
  const { list } = words.hosts;
  const said = words.window.hosts;
  const others = [
    { title: said.today, count: today },
    { title: said.yesterday, count: yesterday },
    { title: said.earlier, count: earlier },
    { title: list.neverChecked, count: neverChecked },
  ];
  const inOrder =
    order === 'last_check' ? others : [{ title: list.groups[order], count: others.reduce((sum, { count }) => sum + count, 0) }];
  let first = 0;
  const groups: HostGroup[] = [];
  for (const { title, count } of [{ title: list.favourites, count: favourites }, ...inOrder]) {
    if (count > 0) groups.push({ title, isFavourites: groups.length === 0 && favourites > 0, first, count });
    first += count;
  }
  return groups;
}

/** How high the parts of the list are, in pixels. */
export interface RailSizes {
  readonly rowPx: number;
  readonly titlePx: number;
}

/** How far below the beginning of the list the host at a place stands, in pixels. */
export function topOf(place: number, groups: readonly HostGroup[], { rowPx, titlePx }: RailSizes): number {
  return groups.filter(({ first }) => first <= place).length * titlePx + place * rowPx;
}

/**
 * How far the list is to be scrolled after its hosts changed their places, so that what was seen stays where it is, in pixels.
 *
 * Most of what is seen moves by the same distance; a host that was just checked moves alone, and is not followed.
 */
export function shiftOf(moves: readonly { readonly beforePx: number; readonly afterPx: number }[]): number {
  const shifts = moves.map(({ beforePx, afterPx }) => afterPx - beforePx).toSorted((a, b) => a - b);
  return shifts[Math.floor(shifts.length / 2)] ?? 0;
}
