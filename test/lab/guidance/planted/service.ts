import { addresses } from '../../topology.ts';
import { configureFtp } from '../ftp.ts';
import { mustRunLine, runLine } from '../machine.ts';
import { asItIs } from '../plants.ts';
import type { Planted } from '../planted.ts';

const ftp = { host: addresses.seed, port: 21, outcome: 'refused', plant: asItIs } as const;

/** Nothing listens where the check dialled. */
export const service: readonly Planted[] = [
  { ...ftp, name: 'vsftpd was never started', ftp: null, cause: 'service_stopped' },
  {
    ...ftp,
    name: 'vsftpd is stopped',
    isCheckedBefore: true,
    plant: (lab) => mustRunLine(lab, { host: 'server', text: 'sudo systemctl stop vsftpd' }),
    cause: 'service_stopped',
  },
  {
    ...ftp,
    name: 'vsftpd does not start for a word it does not know',
    ftp: null,
    plant: async (lab) => {
      await configureFtp(lab, { host: 'server', settings: { listen_ports: '21' } });
      const { exitCode } = await runLine(lab, { host: 'server', text: 'sudo systemctl start vsftpd' });
      if (exitCode === 0) throw new Error('vsftpd started.');
    },
    knows: { start_log: 'configuration' },
    cause: 'service_fails_to_start',
  },
  { ...ftp, name: 'vsftpd listens on another port', ftp: { listen_port: '2121' }, knows: { right_port: 'unknown' }, cause: 'wrong_port' },
  { ...ftp, name: 'vsftpd listens on loopback only', ftp: { listen_address: '127.0.0.1' }, cause: 'listens_on_loopback' },
  { ...ftp, name: 'vsftpd listens on another address', ftp: { listen_address: addresses.web }, cause: 'listens_elsewhere' },
  {
    ...ftp,
    name: 'vsftpd listens on IPv6 only',
    ftp: { listen: 'NO', listen_ipv6: 'YES', listen_address6: addresses.seed6 },
    cause: 'listens_elsewhere',
  },
  { ...ftp, name: 'vsftpd listens on IPv4 only', host: addresses.seed6, cause: 'listens_elsewhere' },
];
