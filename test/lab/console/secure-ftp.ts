import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { LabServer } from '../servers/server.ts';
import { addresses } from '../topology.ts';

/** vsftpd that goes on in TLS when asked with AUTH TLS (RFC 4217). */
export const secureFtp: LabServer = {
  name: 'vsftpd-secure',
  host: 'server',
  listens: [`${addresses.web}:21`],
  prepare: async ({ folder, certificates }) => {
    const configuration = join(folder, 'vsftpd.conf');
    const lines = [
      'listen=YES',
      `listen_address=${addresses.web}`,
      'background=NO',
      'anonymous_enable=YES',
      'write_enable=NO',
      'ssl_enable=YES',
      'ssl_tlsv1=YES',
      'allow_anon_ssl=YES',
      `rsa_cert_file=${certificates.good.chainPath}`,
      `rsa_private_key_file=${certificates.good.keyPath}`,
      `vsftpd_log_file=${folder}/vsftpd.log`,
      'secure_chroot_dir=/run',
      // Its own sandboxes need namespaces that a container may not give.
      'isolate=NO',
      'isolate_network=NO',
      'seccomp_sandbox=NO',
    ];
    await writeFile(configuration, `${lines.join('\n')}\n`);
    return ['vsftpd', configuration];
  },
};
