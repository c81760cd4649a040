import { once } from 'node:events';

import type { Lab } from '../../lab.ts';
import { mariadb } from '../../servers/databases.ts';
import { exim } from '../../servers/mail.ts';
import { addresses } from '../../topology.ts';
import { asItIs, write } from '../plants.ts';
import type { Planted } from '../planted.ts';

const ftp = { host: addresses.seed, port: 21, outcome: 'rejected_by_service' } as const;

const deny = (lab: Lab, text: string): Promise<void> => write(lab, { host: 'server', path: '/etc/hosts.deny', text });

const wrapped: readonly Planted[] = [
  {
    ...ftp,
    name: 'hosts.deny names vsftpd and this client',
    plant: (lab) => deny(lab, `vsftpd: ${addresses.client}\n`),
    cause: 'tcp_wrappers',
  },
  { ...ftp, name: 'hosts.deny turns everybody away', plant: (lab) => deny(lab, 'ALL: ALL\n'), cause: 'tcp_wrappers' },
  {
    name: 'hosts.deny turns our network away from sshd',
    host: addresses.seed,
    port: 22,
    plant: (lab) => deny(lab, 'sshd: 198.51.100.\n'),
    outcome: 'closed_early',
    cause: 'tcp_wrappers',
  },
];

/** A client that stays, from elsewhere. */
async function occupy(lab: Lab): Promise<void> {
  const other = lab.serve('far', ['nc.openbsd', addresses.seed, '21']);
  await once(other.stdout, 'data');
}

const others: readonly Planted[] = [
  {
    ...ftp,
    name: 'vsftpd has as many clients as it takes',
    ftp: { max_clients: '1' },
    plant: occupy,
    cause: 'connection_limit',
  },
  {
    name: 'MariaDB knows no account for this address',
    host: addresses.database,
    port: 3306,
    options: ['--source', addresses.unwelcome],
    servers: [mariadb],
    plant: asItIs,
    outcome: 'rejected_by_service',
    cause: 'access_list',
  },
  {
    name: 'Exim turns this address away',
    host: addresses.mail,
    port: 25,
    options: ['--source', addresses.unwelcome],
    servers: [exim],
    plant: asItIs,
    outcome: 'rejected_by_service',
    cause: 'access_list',
  },
];

/** It connects, and the service says no. */
export const turnedAway: readonly Planted[] = [...wrapped, ...others];
