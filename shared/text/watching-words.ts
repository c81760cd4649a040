import type { Preferences } from '../ipc/preferences.ts';
import type { Phrase } from './phrase.ts';

/** The words of watching in the window. */
export interface WatchingWords {
  readonly start: string;
  readonly stop: string;
  /** Names the menu of intervals and ends. */
  readonly choices: string;
  readonly every: (interval: string) => string;
  readonly until: Readonly<Record<Preferences['watchUntil'], string>>;
  /** `next` is a countdown; null while a check runs. */
  readonly line: (watch: { readonly every: string; readonly until: Preferences['watchUntil']; readonly next: string | null }) => Phrase;
  /** Why it is slower than it was asked for: what the service does to who asks too often, or null where that is only polite. */
  readonly slower: (wanted: string, caution: string | null) => string;
  readonly atMost: (checkCount: string) => string;
  readonly over: Readonly<Record<'stopped' | 'changed' | 'caution', string>>;
  /** Checks so far, and how they ended. */
  readonly soFar: (checkCount: string, isOne: boolean, outcomes: string) => string;
  readonly numbers: string;
  readonly dismiss: string;
  readonly watched: string;
  readonly changed: (endpoint: string, from: string, to: string) => string;
  readonly show: string;
  readonly tooMany: (limit: string) => string;
  readonly already: (endpoint: string) => string;
  /** The computer slept, from one moment to the other as `formatWhen` says them. */
  readonly slept: (from: string, to: string) => string;
  /** In the status bar. */
  readonly status: (count: string, next: string | null) => Phrase;
  readonly listTitle: string;
  readonly listEmpty: string;
  readonly stopOne: string;
  readonly stopAll: string;
  readonly remove: string;
}
