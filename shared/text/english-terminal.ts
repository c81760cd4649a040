import type { TerminalWords } from './terminal-words.ts';

/** The command line's own words in English. */
export const englishTerminal: TerminalWords = {
  labels: { proves: 'Proves', likely: 'Likely', also: 'Also' },
  passed: 'Passed',
  resolved: ({ source, addresses }) => {
    if (source === 'literal') return 'an address';
    const count = addresses.length === 1 ? '1 address' : `${addresses.length} addresses`;
    return addresses.length === 0 ? 'no address' : `${count}${source === 'hosts_file' ? ', from the hosts file' : ''}`;
  },
  nothingSaid: 'nothing said',
  savedAs: (id) => `Saved as check ${id}.`,
  rangeColumns: ['Port', 'Service', 'Outcome', 'Time', 'What came back'],
  openPorts: (count) => `${count} open`,
  running: (stage, soFar, limit) => `${stage}… ${soFar} of ${limit}`,
  runningMany: (done, all) => `Checked ${done} of ${all}…`,
  askBeforeMany: (count, host) => `This makes ${count} connections to ${host}. Go on? [y/N] `,
  needsYes: (count, host) => `This would make ${count} connections to ${host}; say --yes to make more than 100 to one host.`,
  yes: ['y', 'yes'],
  nothingSent: 'Nothing was sent.',
  notSaved: (problem) => `Not saved. ${problem}`,
  notTrusted: 'Closed for that; --insecure goes on all the same.',
  interrupted: (done, all) => `Interrupted: ${done} of ${all} checks were done.`,
};
