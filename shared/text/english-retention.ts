import type { RetentionWords } from './retention-words.ts';

const checks = (count: string, isOne: boolean): string => `${count}\u00a0${isOne ? 'check' : 'checks'}`;

/** The words of how much of the past is kept, in English. */
export const englishRetention: RetentionWords = {
  title: 'Keeping',
  isOn: 'Remove old checks',
  hint: 'Off: everything is kept. On: what is outside these limits goes now, and at every start of Sonde.',
  fields: {
    successDays: 'Checks that worked, for days',
    failureDays: 'Failures, for days',
    perHost: 'Newest of each host',
    inAll: 'Newest in all',
  },
  fieldHints: {
    successDays: 'Empty: no limit.',
    failureDays: 'Never shorter than the others.',
    perHost: 'So that no host crowds out the others.',
    inAll: 'Empty: no limit.',
  },
  problems: {
    not_a_number: 'A whole number from 1 on, or nothing.',
    shorter_than_successes: 'Failures are kept at least as long as checks that worked.',
  },
  always: 'The newest check of every endpoint, its newest success, and checks of a case always stay.',
  preview: 'Show what would go',
  looking: (done, total) => `${done} of ${total} looked at`,
  stop: 'Stop',
  nothingGoes: (keptCount) => `No check would go: all ${keptCount} are inside these limits.`,
  goes: (removed) => [
    { strong: checks(removed.checks, removed.isOne) },
    ` of ${removed.hosts}\u00a0${removed.isOneHost ? 'host' : 'hosts'} would go.`,
  ],
  ofWhich: (successes, failures) => `${successes} that worked, ${failures} that did not.`,
  period: (from, to) => `Made from ${from} to ${to}.`,
  reasons: {
    too_old: (count) => `${count} too old`,
    over_host_limit: (count) => `${count} beyond the newest of their host`,
    over_limit: (count) => `${count} beyond the newest in all`,
  },
  stays: (count) => `${count} would stay.`,
  sessions: (count, isOne) => `${count}\u00a0console ${isOne ? 'session is' : 'sessions are'} older than failures are kept, and would go.`,
  noWayBack: 'What is removed never comes back, but from a backup.',
  keep: 'Keep to this',
  remove: (count, isOne) => `Keep to this, remove ${checks(count, isOne)} now`,
  removing: (done, total) => `${done} of ${total} done`,
  removed: (count, isOne) => `${checks(count, isOne)} removed.`,
  stopped: 'Stopped: what was removed so far stays removed.',
  kept: 'Sonde keeps to these limits from now on.',
  turnedOff: 'Everything is kept from now on.',
  clock: {
    clock_behind: 'The newest check lies in the future of this computer’s clock, so nothing is removed. Set the clock right first.',
    clock_ahead:
      'The newest check is more than 60 days old: if this computer’s clock is wrong, far too much would go. Nothing was removed.',
  },
  clockIsRight: 'The clock is right',
};
