import type { HistoryWords } from './history-words.ts';

/** The words of an endpoint's past in English. */
export const englishHistory: HistoryWords = {
  timeline: {
    title: 'Timeline',
    reply: 'Reply',
    outcome: 'Outcome',
    now: 'now',
    range: 'Range',
    ranges: { hour: '1\u00a0h', six_hours: '6\u00a0h', day: '24\u00a0h', week: '7\u00a0d', month: '30\u00a0d', all: 'All' },
    zoomOut: 'Zoom out',
    lastWorked: (ago, at) => ['Last worked ', { strong: `${ago} ago` }, `, ${at}`],
    workedSince: (span, from) => ['Worked every time for ', { strong: span }, `, since ${from}`],
    neverWorked: ['It has not worked yet.'],
    at: (time) => `at ${time}`,
    onDay: (day, time) => `on ${day} at ${time}`,
    mark: (time) => `${time} last worked`,
    silent: 'silent',
    oneCheck: 'One check so far. From the second on, reply times and outcomes appear here.',
    nothingInRange: (range) => `No check in the last ${range}.`,
    nothingInZoom: 'No check in this part.',
    showAll: 'Show all',
    chart: (endpoint) => `Checks of ${endpoint} over time. Arrow keys read them, plus and minus zoom.`,
    between: (from, to) => `${from} to ${to}`,
    checkCount: (count, formatted) => `${formatted}\u00a0${count === 1 ? 'check' : 'checks'}`,
    noReply: 'no reply',
    statistics: 'In numbers',
    uptime: (share, watched) => ['Up ', { strong: share }, ` of ${watched} watched`],
    checksWorked: (share) => [{ strong: share }, ' of the checks worked'],
    longestUp: (span) => ['Longest up ', { strong: span }],
    longestDown: (span) => ['Longest down ', { strong: span }],
    phase: (stage, half, most) => [`${stage} p50 `, { strong: half }, ', p95 ', { strong: most }],
  },
  comparing: {
    compare: 'Compare',
    sinceItWorked: 'What changed since it last worked',
    twoChecks: 'What changed between two checks',
    sinceNames: { older: 'Last worked', newer: 'Shown' },
    twoNames: { older: 'Before', newer: 'After' },
    back: 'Back',
    next: 'Next difference',
    previous: 'Previous',
    differences: 'Differences',
    note: 'Change',
    changed: 'changed',
    isChosen: 'chosen for comparing',
    chosenCount: (count) => (count === 1 ? 'One chosen; Space chooses the other' : 'Two chosen to compare'),
  },
  listed: {
    kinds: 'Which checks',
    kind: {
      all: (count) => withCount('All', count),
      changes: (count) => withCount('Changes', count),
      failures: (count) => withCount('Failures', count),
    },
    filter: 'Outcome, address or text',
    looking: 'Looking further back…',
    noMatch: 'No check matches.',
    clear: 'Show all checks',
  },
};

function withCount(word: string, count: string | null): string {
  return count === null ? word : `${word}\u00a0${count}`;
}
