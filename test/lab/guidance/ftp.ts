import type { Lab } from '../lab.ts';
import type { HostName } from '../topology.ts';
import { mustRunLine } from './machine.ts';

/** As Debian ships it, but for what a container cannot give (its own sandboxes need namespaces). */
const usual: Readonly<Record<string, string>> = {
  listen: 'YES',
  background: 'YES',
  tcp_wrappers: 'YES',
  anonymous_enable: 'YES',
  xferlog_enable: 'YES',
  vsftpd_log_file: '/var/log/vsftpd.log',
  secure_chroot_dir: '/run',
  isolate: 'NO',
  isolate_network: 'NO',
  seccomp_sandbox: 'NO',
};

/** Writes /etc/vsftpd.conf of a machine, with settings of its own over the usual ones. */
export async function configureFtp(lab: Lab, { host, settings = {} }: FtpWanted): Promise<void> {
  const lines = Object.entries({ ...usual, ...settings }).map(([name, value]) => `${name}=${value}\n`);
  await mustRunLine(lab, { host, text: 'cat > /etc/vsftpd.conf', input: lines.join('') });
}

/** Configures vsftpd on a machine and starts it as a person would. */
export async function startFtp(lab: Lab, wanted: FtpWanted): Promise<void> {
  await configureFtp(lab, wanted);
  await mustRunLine(lab, { host: wanted.host, text: 'sudo systemctl start vsftpd' });
}

/** Which machine, and what is unusual about its FTP server. */
export interface FtpWanted {
  readonly host: HostName;
  readonly settings?: Readonly<Record<string, string>>;
}
