import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addresses } from '../topology.ts';
import type { LabServer, Surroundings } from './server.ts';

const at = (port: number): string => `${addresses.mail}:${String(port)}`;

/** Exim: SMTP, submission and SMTP over TLS. It turns the client's second address away in its greeting. */
export const exim: LabServer = {
  name: 'exim',
  host: 'server',
  listens: [at(25), at(587), at(465)],
  prepare: async ({ folder, certificates }) => {
    const configuration = join(folder, 'exim.conf');
    await writeFile(
      configuration,
      `primary_hostname = mail.sonde.test
spool_directory = ${folder}
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = ${addresses.mail}
daemon_smtp_ports = 25 : 587 : 465
tls_on_connect_ports = 465
tls_advertise_hosts = *
tls_certificate = ${certificates.good.chainPath}
tls_privatekey = ${certificates.good.keyPath}
exim_user = root
exim_group = root
acl_smtp_connect = check_client
begin acl
check_client:
  drop hosts = ${addresses.unwelcome}
       message = Your address is not welcome here
  accept
`,
    );
    return ['exim4', '-C', configuration, '-bdf'];
  },
};

/** Dovecot: IMAP and POP3, each plain and over TLS. */
export const dovecot: LabServer = {
  name: 'dovecot',
  host: 'server',
  listens: [at(143), at(993), at(110), at(995)],
  prepare: prepareDovecot,
};

async function prepareDovecot({ folder, certificates }: Surroundings): Promise<readonly string[]> {
  const configuration = join(folder, 'dovecot.conf');
  await mkdir(join(folder, 'state'));
  await writeFile(
    configuration,
    `base_dir = /run/dovecot
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap pop3
listen = ${addresses.mail}
ssl = yes
ssl_cert = <${certificates.good.chainPath}
ssl_key = <${certificates.good.keyPath}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/%u
}
`,
  );
  return ['dovecot', '-F', '-c', configuration];
}
