import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addresses, type HostName } from '../topology.ts';
import type { LabServer } from './server.ts';

/** An FTP server anybody may greet, at the seeds' own address. */
export const vsftpdOpen = vsftpd({ name: 'vsftpd-open', host: 'server', address: addresses.seed });

/** The seed's own example: hosts.deny turns the client away with "421 Service not available.". */
export const vsftpdDenied = vsftpd({ name: 'vsftpd-denied', host: 'guarded', address: addresses.guarded });

interface Wanted {
  readonly name: string;
  readonly host: HostName;
  readonly address: string;
}

function vsftpd({ name, host, address }: Wanted): LabServer {
  return {
    name,
    host,
    listens: [`${address}:21`],
    prepare: async ({ folder }) => {
      const configuration = join(folder, 'vsftpd.conf');
      await writeFile(
        configuration,
        [
          'listen=YES',
          `listen_address=${address}`,
          'background=NO',
          'tcp_wrappers=YES',
          'anonymous_enable=YES',
          'write_enable=NO',
          `vsftpd_log_file=${folder}/vsftpd.log`,
          'xferlog_enable=YES',
          'secure_chroot_dir=/run',
          // Its own sandboxes need namespaces that a container may not give.
          'isolate=NO',
          'isolate_network=NO',
          'seccomp_sandbox=NO',
          '',
        ].join('\n'),
      );
      return ['vsftpd', configuration];
    },
  };
}
