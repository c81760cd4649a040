import type { WatchingWords } from './watching-words.ts';

/** The words of watching in the window, in English. */
export const englishWatching: WatchingWords = {
  start: 'Watch',
  stop: 'Stop watching',
  choices: 'How to watch',
  every: (interval) => `Every ${interval}`,
  until: { change: 'Until it changes', stopped: 'Until it is stopped' },
  line: ({ every, until, next }) => [
    `Watching every ${every} ${until === 'change' ? 'until it changes' : 'until it is stopped'}, `,
    ...(next === null ? ['checking now'] : ['next in ', { strong: next }]),
  ],
  slower: (wanted, caution) =>
    caution === null
      ? `Slower than the ${wanted} asked for: more often would disturb it.`
      : `Slower than the ${wanted} asked for: ${caution}`,
  atMost: (checkCount) => `It ends after ${checkCount} checks.`,
  over: {
    stopped: 'Stopped watching.',
    changed: 'It changed, so watching ended.',
    caution: 'Watching ended before the service could take it amiss.',
  },
  soFar: (checkCount, isOne, outcomes) => `${checkCount}\u00a0${isOne ? 'check' : 'checks'}: ${outcomes}`,
  numbers: 'In numbers',
  dismiss: 'Dismiss',
  watched: 'Watched',
  changed: (endpoint, from, to) => `${endpoint} changed: ${to} now, ${from} before.`,
  show: 'Show',
  tooMany: (limit) => `${limit} endpoints are watched already: stop one of them first.`,
  already: (endpoint) => `${endpoint} is watched already.`,
  slept: (from, to) => `The computer went to sleep ${from} and woke up ${to}. Nothing was checked in between; watching goes on.`,
  status: (count, next) => ['Watching ', { strong: count }, ...(next === null ? [', checking now'] : [', next in ', { strong: next }])],
  listTitle: 'Watched endpoints',
  listEmpty: 'Nothing is watched. Open an endpoint and choose Watch: it is checked again and again until it changes.',
  stopOne: 'Stop',
  stopAll: 'Stop all',
  remove: 'Remove',
};
