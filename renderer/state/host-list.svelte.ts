import type { Outcome } from '../../shared/check/outcome.ts';
import type { HostCounts } from '../../shared/history/host-counts.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import type { HostOrder } from '../../shared/history/hosts-wanted.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';
import { daysBegin } from './days-begin.ts';

/** Hosts read with one question: a few screens of them. */
const PAGE_HOSTS = 100;

/** What is seen and what was seen just before; the rest is read again when it is scrolled to. */
const PAGES_KEPT = 4;

interface Page {
  readonly page: number;
  readonly look: number;
  readonly rows: readonly HostSummary[];
}

interface PagesReading {
  readonly problem: StoreProblem | null;
  readonly pages: readonly Page[];
}

/** A tag, and how many hosts have it. */
export interface TagCount {
  readonly tag: string;
  readonly hostCount: number;
}

/** The hosts on the left: those that match, in order, of which only the part that is looked at is here. */
export class HostList {
  /** As it is typed. */
  text = $state('');
  tag: string | null = $state(null);
  order: HostOrder = $state('last_check');
  /** How many match; null until they were read for the first time. */
  counts: HostCounts | null = $state.raw(null);
  /** All tags there are. */
  tags: readonly TagCount[] = $state.raw([]);
  problem: StoreProblem | null = $state.raw(null);

  #pages: readonly Page[] = $state.raw([]);
  #kept: { readonly host: string; readonly summary: HostSummary | null } | null = $state.raw(null);
  #outcomes: readonly Outcome[] = [];
  /** The pages looked at, the newest first. */
  #wanted: readonly number[] = [0];
  /** How often it was looked: what was read before is of an older list. */
  #looks = 0;

  /** The host at a place of the list, from 0; null while it is not read. */
  at(index: number): HostSummary | null {
    const wanted = Math.floor(index / PAGE_HOSTS);
    return this.#pages.find(({ page }) => page === wanted)?.rows[index % PAGE_HOSTS] ?? null;
  }

  /** The place of a host in the list; null when it is not in the part that is here. */
  placeOf(hostId: number): number | null {
    for (const { page, rows } of this.#pages) {
      const place = rows.findIndex(({ id }) => id === hostId);
      if (place >= 0) return page * PAGE_HOSTS + place;
    }
    return null;
  }

  /** The host of this name or address, or null: of those in the part that is here, and the one that is kept. */
  find(host: string): HostSummary | null {
    if (this.#kept?.host === host) return this.#kept.summary;
    return this.#pages.flatMap(({ rows }) => rows).find((one) => one.host === host) ?? null;
  }

  /** Finds a host by its name, address or former name, wherever it is in the list, and keeps it at hand until another is. */
  async keep(host: string): Promise<void> {
    const found = await ask('findHost', { host });
    this.#kept = { host, summary: found.kind === 'read' ? found.value : null };
  }

  /** The host checked last, whatever is listed now; null when there is none. Favourites come first in every order. */
  async findNewest(): Promise<HostSummary | null> {
    const favourite = await ask('listHosts', { favouritesOnly: true, limit: 1 });
    const offset = favourite.kind === 'listed' ? favourite.totalCount : 0;
    const other = await ask('listHosts', { offset, limit: 1 });
    const found = [favourite, other].flatMap((listing) => (listing.kind === 'listed' ? listing.rows : []));
    return found.toSorted((a, b) => (b.lastCheckedAtMs ?? 0) - (a.lastCheckedAtMs ?? 0))[0] ?? null;
  }

  /** Lists only hosts in which the text is found; `outcomes` are those it is a word for. */
  async search(text: string, outcomes: readonly Outcome[]): Promise<void> {
    this.text = text;
    this.#outcomes = outcomes;
    await this.#lookFromTop();
  }

  /** Lists only hosts with a tag; null is any. */
  async chooseTag(tag: string | null): Promise<void> {
    this.tag = tag;
    await this.#lookFromTop();
  }

  /** Puts them in another order. */
  async sortBy(order: HostOrder): Promise<void> {
    this.order = order;
    await this.#lookFromTop();
  }

  /** Lists all again. */
  async showAll(): Promise<void> {
    this.tag = null;
    await this.search('', []);
  }

  /** These places, the last one not included, are looked at now: reads what is missing of them. */
  want(from: number, to: number): void {
    const [first, last] = [Math.floor(from / PAGE_HOSTS), Math.floor(Math.max(from, to - 1) / PAGE_HOSTS)];
    const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const missing = pages.filter((page) => !this.#wanted.includes(page));
    this.#wanted = [...pages, ...this.#wanted.filter((page) => !pages.includes(page))].slice(0, Math.max(PAGES_KEPT, pages.length));
    if (missing.length > 0) void this.#readMore(missing);
  }

  /** Reads what is looked at again; rows change in place, all at once. */
  async refresh(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const kept = this.#kept?.host;
    const [counts, tags, pages] = await Promise.all([
      ask('countHosts', { ...this.#asked(), ...daysBegin(Date.now()) }),
      ask('listTags', null),
      this.#read(this.#wanted),
      kept === undefined ? null : this.keep(kept),
    ]);
    if (look !== this.#looks) return;
    this.#take(pages);
    if (counts.kind === 'read') this.counts = counts.value;
    else this.problem = counts.problem;
    if (tags.kind === 'listed') this.tags = tags.rows;
  }

  async #lookFromTop(): Promise<void> {
    this.#wanted = [0];
    await this.refresh();
  }

  async #readMore(missing: readonly number[]): Promise<void> {
    const look = this.#looks;
    const pages = await this.#read(missing);
    if (look === this.#looks) this.#take(pages);
  }

  async #read(pages: readonly number[]): Promise<PagesReading> {
    const look = this.#looks;
    const ranges = pages.map((page) => ({ ...this.#asked(), order: this.order, offset: page * PAGE_HOSTS, limit: PAGE_HOSTS }));
    const listings = await Promise.all(ranges.map((range) => ask('listHosts', range)));
    const unreadable = listings.find((listing) => listing.kind === 'unreadable');
    return {
      problem: unreadable?.problem ?? null,
      pages: listings.flatMap((listing, index) =>
        listing.kind === 'listed' ? [{ page: pages[index] ?? 0, look, rows: listing.rows }] : [],
      ),
    };
  }

  /** Puts pages to those of the same look that are still wanted. */
  #take({ problem, pages }: PagesReading): void {
    const isFresh = (page: number): boolean => pages.some((one) => one.page === page);
    const current = this.#pages.filter(({ page, look }) => look === this.#looks && this.#wanted.includes(page) && !isFresh(page));
    this.problem = problem;
    this.#pages = [...current, ...pages];
  }

  #asked(): { readonly text: string; readonly outcomes: Outcome[]; readonly tag: string | null } {
    return { text: this.text.slice(0, LONGEST_TEXT), outcomes: [...this.#outcomes], tag: this.tag };
  }
}

/** What `hostsWantedSchema` takes. */
const LONGEST_TEXT = 200;
