import { englishClosing } from './english-closing.ts';
import { englishCompare } from './english-compare.ts';
import { englishConsole } from './english-console.ts';
import { englishConsoleWindow } from './english-console-window.ts';
import { englishDiagnostics } from './english-diagnostics.ts';
import { englishFailures } from './english-failures.ts';
import { englishFiles } from './english-files.ts';
import { englishGuide } from './english-guide.ts';
import { englishHistory } from './english-history.ts';
import { englishHosts } from './english-hosts.ts';
import { englishInOut } from './english-in-out.ts';
import { englishNotice } from './english-notice.ts';
import { englishRecovery } from './english-recovery.ts';
import { englishRepair } from './english-repair.ts';
import { englishReport } from './english-report.ts';
import { englishRetention } from './english-retention.ts';
import { englishShell } from './english-shell.ts';
import { englishTransfer } from './english-transfer.ts';
import { englishUpdates } from './english-updates.ts';
import { englishWatch } from './english-watch.ts';
import { englishWatching } from './english-watching.ts';
import { englishWindow } from './english-window.ts';
import { englishTerminal } from './english-terminal.ts';
import { targetProblemWords } from './target-problem-words.ts';
import type { Words } from './words.ts';

/** The catalogue in English. */
export const english: Words = {
  language: 'en',
  direction: 'ltr',
  outcomes: {
    succeeded: { word: 'Succeeded', meaning: 'It connected, and what should answer did.' },
    refused: { word: 'Refused', meaning: 'The answer was no: nothing listens, or a firewall rejects it.' },
    timed_out: { word: 'Timed out', meaning: 'Nothing came back: something drops it, or the host is off.' },
    no_route: { word: 'No route', meaning: 'There is no way there, or a router said so.' },
    network_unreachable: {
      word: 'Network unreachable',
      meaning: 'No route leads to that network, from where it begins or from a router on the way.',
    },
    name_not_known: { word: 'Name not known', meaning: 'No address could be found for the name.' },
    name_lookup_failed: { word: 'Lookup failed', meaning: 'Whether the name has an address could not be found out.' },
    blocked_locally: { word: 'Blocked here', openingElsewhere: 'Blocked there', meaning: 'The system would not make the connection.' },
    closed_early: { word: 'Closed early', meaning: 'It connected, then the other side hung up too soon.' },
    tls_failed: { word: 'TLS failed', meaning: 'It connected, but no safe connection could be agreed.' },
    rejected_by_service: { word: 'Turned away', meaning: 'It connected, and the service itself said no.' },
    no_answer: { word: 'No answer', meaning: 'What should answer stayed silent.' },
    cancelled: { word: 'Cancelled', opening: 'Not run to the end', meaning: 'Cancelled, so it proves nothing.' },
    failed: { word: 'Failed', meaning: 'It failed in a way that has no name yet; the code says which.' },
  },
  notRun: 'Not run',
  stages: { resolve: 'Resolve', connect: 'Connect', handshake: 'TLS', greeting: 'Greeting', request: 'Request' },
  failures: englishFailures,
  success: {
    answered: ({ endpoint, http }) => `${endpoint} answered HTTP ${http?.status ?? ''} in ${http?.elapsed ?? ''}.`,
    greeted: ({ endpoint, elapsed, greeting }) => `${endpoint} connected in ${elapsed} and greeted: “${greeting ?? ''}”.`,
    replied: ({ endpoint, service }) => `${service ?? 'The service'} at ${endpoint} answered.`,
    agreedTls: ({ endpoint, elapsed, tlsVersion }) =>
      `${endpoint} connected in ${elapsed} and agreed ${tlsVersion ?? 'TLS'}, with a certificate that is good for this name.`,
    connected: ({ endpoint, elapsed }) => `${endpoint} connected in ${elapsed}.`,
    proves: () => 'Something accepts connections there: the program itself, or a device in front of it.',
    provesReply: ({ provenService }) =>
      provenService === null
        ? 'Something there answers. Its words prove no service that Sonde knows.'
        : `${provenService} runs there and answers.`,
  },
  beside: {
    addresses: (attempts, more) =>
      `${attempts.map(({ address, met }) => `${address} ${met}`).join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    connected: 'connected',
    fromHostsFile: 'The address comes from the hosts file of this computer, not from DNS.',
    controlResolved: (name) => `${name} resolves, so DNS works here.`,
    controlFailed: (name) => `${name} does not resolve either, so the fault is probably not this one name.`,
    redirect: (location) => `It points to ${location}.`,
    greeting: (text) => `It greeted: “${text}”.`,
    otherProblem: (brief) => `It also ${brief}.`,
  },
  cautions: {
    mysql_counts_connections:
      'MySQL counts a connection without a login as an error, and after 100 in a row (max_connect_errors) it blocks this computer. Do not repeat this fast.',
  },
  storeProblems: {
    locked: ({ path }) => `The history is in use by another program and stayed locked: ${path}.`,
    read_only: ({ path }) => `The history may only be read: ${path}.`,
    no_permission: ({ path }) => `This user may not open the history: ${path}.`,
    disk_full: ({ path }) => `The disk with the history is full: ${path}.`,
    newer_schema: ({ path }) => `The history was written by a newer Sonde and is left untouched: ${path}.`,
    damaged: ({ path }) => `The history is damaged: ${path}.`,
    not_a_store: ({ path }) => `That is not a history of Sonde: ${path}.`,
    unsupported_runtime: ({ detail }) => detail,
    failed: ({ path, detail }) => `The history cannot be used: ${path} (${detail}).`,
  },
  notSaved: 'not saved',
  targetProblems: targetProblemWords,
  units: {
    milliseconds: 'ms',
    seconds: 's',
    minutes: 'min',
    hours: 'h',
    unknownTime: 'an unknown time',
    days: (count) => `${count}\u00a0${count === 1 ? 'day' : 'days'}`,
    bytes: ['B', 'kB', 'MB', 'GB'],
    decimalMark: '.',
    groupMark: '\u00a0',
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
  terminal: englishTerminal,
  console: englishConsole,
  consoleWindow: englishConsoleWindow,
  compare: englishCompare,
  repair: englishRepair,
  report: englishReport,
  watch: englishWatch,
  watching: englishWatching,
  files: englishFiles,
  notice: englishNotice,
  closing: englishClosing,
  recovery: englishRecovery,
  guide: englishGuide,
  transfer: englishTransfer,
  inOut: englishInOut,
  retention: englishRetention,
  updates: englishUpdates,
  diagnostics: englishDiagnostics,
  window: englishWindow,
  shell: englishShell,
  history: englishHistory,
  hosts: englishHosts,
};
