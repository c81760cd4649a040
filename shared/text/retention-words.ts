import type { Phrase } from './phrase.ts';
import type { RetentionTyped } from '../history/read-retention.ts';

/** The words of how much of the past is kept. */
export interface RetentionWords {
  readonly title: string;
  readonly isOn: string;
  readonly hint: string;
  readonly fields: Readonly<Record<keyof RetentionTyped, string>>;
  readonly fieldHints: Readonly<Record<keyof RetentionTyped, string>>;
  readonly problems: Readonly<Record<'not_a_number' | 'shorter_than_successes', string>>;
  readonly always: string;
  readonly preview: string;
  readonly looking: (done: string, total: string) => string;
  readonly stop: string;
  readonly nothingGoes: (keptCount: string) => string;
  readonly goes: (removed: {
    readonly checks: string;
    readonly isOne: boolean;
    readonly hosts: string;
    readonly isOneHost: boolean;
  }) => Phrase;
  readonly ofWhich: (successes: string, failures: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly reasons: Readonly<Record<'too_old' | 'over_host_limit' | 'over_limit', (count: string) => string>>;
  readonly stays: (count: string) => string;
  readonly sessions: (count: string, isOne: boolean) => string;
  readonly noWayBack: string;
  readonly keep: string;
  readonly remove: (count: string, isOne: boolean) => string;
  readonly removing: (done: string, total: string) => string;
  readonly removed: (count: string, isOne: boolean) => string;
  readonly stopped: string;
  readonly kept: string;
  readonly turnedOff: string;
  readonly clock: Readonly<Record<'clock_behind' | 'clock_ahead', string>>;
  readonly clockIsRight: string;
}
