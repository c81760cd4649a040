import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { mustRun } from '../command.ts';
import { addresses, type HostName } from '../topology.ts';
import type { LabServer } from './server.ts';

/** OpenSSH on IPv4 and IPv6. */
export const openssh = sshd({ name: 'openssh', host: 'server', places: [`${addresses.seed}:22`, `[${addresses.seed6}]:22`] });

/** OpenSSH behind hosts.deny (Debian builds it with libwrap): it closes before a word. */
export const opensshDenied = sshd({ name: 'openssh-denied', host: 'guarded', places: [`${addresses.guarded}:22`] });

interface Wanted {
  readonly name: string;
  readonly host: HostName;
  readonly places: readonly string[];
}

function sshd({ name, host, places }: Wanted): LabServer {
  return {
    name,
    host,
    listens: places,
    prepare: async ({ folder }) => {
      const key = join(folder, 'host-key');
      const configuration = join(folder, 'sshd_config');
      await mustRun(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key]);
      const listening = places.map((place) => `ListenAddress ${place}`);
      await writeFile(configuration, [...listening, `HostKey ${key}`, 'PidFile none', 'UsePAM no', ''].join('\n'));
      // sshd insists on this folder and on being called by its full path.
      return ['sh', '-c', 'mkdir /run/sshd && exec /usr/sbin/sshd -D -e -f "$1"', 'sh', configuration];
    },
  };
}
