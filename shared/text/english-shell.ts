import type { ShellWords } from './shell-words.ts';

/** The words of what stands around every page, in English. */
export const englishShell: ShellWords = {
  palette: {
    open: 'Commands',
    title: 'Commands, hosts and checks',
    placeholder: 'Type a command, a host, or paste anything',
    groups: { typed: 'What you typed', recent: 'Recent', do: 'Do', go: 'Go to', hosts: 'Hosts', checks: 'Checks' },
    check: (host, port) => ['Check ', { strong: host }, ' port ', { strong: String(port) }],
    checkTransport: (transport) => transport.toUpperCase(),
    hostChecks: (count, isOne) => `${count}\u00a0${isOne ? 'check' : 'checks'}`,
    noMatch: (typed) => ['Nothing matches ', { strong: typed }, '.'],
    noMatchHint: 'Words of a command, a host, an outcome or a greeting are found, and a host with a port can be checked.',
    looking: 'Looking…',
    listed: (count) => (count === 1 ? '1 entry' : `${count} entries`),
    choose: 'Choose',
    run: 'Run',
  },
  keys: {
    lettersOff: 'Keys of one character are turned off in the settings.',
  },
  settings: {
    title: 'Settings',
    hint: 'They stay on this computer and take effect at once.',
    sections: { look: 'Look', keys: 'Keyboard', watching: 'Watching', history: 'History' },
    theme: 'Theme',
    zoom: 'Size',
    zoomHint: 'Of everything in the window.',
    zoomed: (percent) => `${percent}\u00a0%`,
    letterKeys: 'Keys of one character',
    letterKeysHint:
      'R checks again, / filters: only where nothing is being typed. Turn them off where speech or other input presses keys by chance.',
    notice: 'When a watched host changes',
    noticeHint: 'The window always shows it.',
    notices: { with_sound: 'Notice and sound', silent: 'Notice only', none: 'Neither' },
    folder: 'Folder',
    folderHint: 'The history and its backups lie here, and nowhere else.',
  },
};
