import type { LabServer } from '../../servers/server.ts';
import { scripted } from '../../servers/scripted.ts';
import { addresses } from '../../topology.ts';
import { mustRunLine } from '../machine.ts';
import { askResolver, asItIs, write } from '../plants.ts';
import type { Planted } from '../planted.ts';

const ftp = { host: addresses.seed, port: 21, outcome: 'no_answer', knows: { dialogue: 'silent' } } as const;

/** Something else where FTP should be: it waits to be asked. */
const redisOnFtpPort: LabServer = {
  name: 'redis-on-21',
  host: 'server',
  listens: [`${addresses.seed}:21`],
  prepare: ({ folder }) =>
    Promise.resolve(['redis-server', '--port', '21', '--bind', addresses.seed, '--dir', folder, '--save', '', '--protected-mode', 'no']),
};

// Everything to this port ends at one mute server, whoever it is for: a mail shield, a captive portal.
const divert = `table ip divert {
  chain everybody { type nat hook prerouting priority -100; iifname "client" tcp dport 21 dnat to ${addresses.mute}; }
}`;

/** It connects, and stays silent. */
export const mute: readonly Planted[] = [
  {
    ...ftp,
    name: 'vsftpd hangs',
    plant: (lab) => mustRunLine(lab, { host: 'server', text: 'kill -STOP $(ps -C vsftpd -o pid=)' }),
    cause: 'service_hangs',
  },
  {
    ...ftp,
    name: 'another program has the port',
    ftp: null,
    servers: [redisOnFtpPort],
    plant: asItIs,
    knows: { dialogue: 'answers' },
    cause: 'wrong_service_there',
  },
  {
    ...ftp,
    name: 'a device on the way answers for everybody',
    ftp: null,
    servers: [scripted],
    plant: (lab) => lab.nft('router', divert),
    cause: 'middlebox_answers',
  },
  {
    ...ftp,
    name: 'the server looks up the name of the client, and its resolver does not answer',
    plant: async (lab) => {
      await askResolver(lab, { host: 'server', server: addresses.silent, limits: 'timeout:5 attempts:2' });
      await write(lab, { host: 'server', path: '/etc/hosts.deny', text: 'vsftpd: .unwelcome.example\n' });
    },
    knows: { dialogue: 'unknown' },
    cause: 'slow_reverse_lookup',
  },
];
