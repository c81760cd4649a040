import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addresses, hostNames, type HostMount, type HostName } from './topology.ts';

/** The resolver a command on the client asks, by what is special about it. */
export type ResolverName = 'good' | 'servfail' | 'refusing' | 'silent' | 'silent_for_long' | 'slow' | 'absent' | 'silent_then_good';

// Short limits keep the tests short; "silent_for_long" has the C library's own: 2 tries of 5 s.
const short = 'options timeout:1 attempts:2\n';

const resolvConf: Readonly<Record<ResolverName, string>> = {
  good: `nameserver ${addresses.resolver}\n${short}`,
  servfail: `nameserver ${addresses.servfail}\n${short}`,
  refusing: `nameserver ${addresses.refusing}\n${short}`,
  silent: `nameserver ${addresses.silent}\n${short}`,
  silent_for_long: `nameserver ${addresses.silent}\n`,
  slow: `nameserver ${addresses.slow}\noptions timeout:5 attempts:1\n`,
  absent: `nameserver ${addresses.noResolver}\n${short}`,
  silent_then_good: `nameserver ${addresses.silent}\nnameserver ${addresses.resolver}\n${short}`,
};

/** A name only the client's hosts file knows. */
export const hostsFileName = 'only-in-hosts.sonde.test';

interface NameFile {
  readonly host: HostName;
  /** Below /etc. */
  readonly name: string;
  readonly text: string;
}

// The seed's own example, in the words of hosts_access(5).
const wrappers: readonly NameFile[] = [
  { host: 'guarded', name: 'hosts.deny', text: `vsftpd: ${addresses.client}\nsshd: ${addresses.client}\n` },
  { host: 'guarded', name: 'hosts.allow', text: '' },
];

// Servers look their own name and their clients up: every machine needs an answer of the lab, or they wait for the real resolver.
const files: readonly NameFile[] = [
  ...hostNames.flatMap((host) => [
    {
      host,
      name: 'hosts',
      text: `127.0.0.1 localhost ${host}\n::1 localhost\n${host === 'client' ? `${addresses.web} ${hostsFileName}\n` : ''}`,
    },
    { host, name: 'nsswitch.conf', text: 'hosts: files dns\npasswd: files\ngroup: files\nservices: files\nprotocols: files\n' },
    { host, name: 'resolv.conf', text: resolvConf.good },
  ]),
  ...wrappers,
];

/** The files below /etc by which machines know names and whom to turn away, as mounts: the machine's own /etc stays as it is. */
export interface NameFiles {
  readonly mounts: readonly HostMount[];
  /** Wraps a command so that it, and nothing else, sees another /etc/resolv.conf. */
  readonly withResolver: (resolver: ResolverName, argv: readonly string[]) => readonly string[];
}

/** Writes all those files below a folder. */
export async function writeNameFiles(folder: string): Promise<NameFiles> {
  const place = (owner: string, name: string): string => join(folder, 'etc', `${owner}-${name}`);
  await mkdir(join(folder, 'etc'));
  await Promise.all(files.map(({ host, name, text }) => writeFile(place(host, name), text)));
  await Promise.all(Object.entries(resolvConf).map(([resolver, text]) => writeFile(place('resolver', resolver), text)));
  return {
    mounts: files.map(({ host, name }) => ({ host, from: place(host, name), onto: `/etc/${name}` })),
    withResolver: (resolver, argv) => {
      const script = 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"';
      return ['unshare', '--mount', 'sh', '-c', script, 'sh', place('resolver', resolver), ...argv];
    },
  };
}
