import { fileURLToPath } from 'node:url';

import { addresses } from '../topology.ts';
import type { NameServerScript } from '../inside/name-servers.ts';
import type { LabServer } from './server.ts';

const scripts: readonly NameServerScript[] = [
  { address: addresses.servfail, answer: 'servfail' },
  { address: addresses.refusing, answer: 'refused' },
  { address: addresses.silent, answer: 'nothing' },
  { address: addresses.slow, answer: addresses.web, afterMs: 1_500 },
];

/** Resolvers that fail as dnsmasq cannot: SERVFAIL, REFUSED, silence, and one that is slow. */
export const nameServers: LabServer = {
  name: 'name-servers',
  host: 'resolver',
  listens: scripts.map(({ address }) => `${address}:53`),
  prepare: () => {
    const program = fileURLToPath(new URL('../inside/name-servers.ts', import.meta.url));
    return Promise.resolve([process.execPath, program, JSON.stringify(scripts)]);
  },
};
