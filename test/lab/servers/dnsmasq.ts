import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addresses, forty } from '../topology.ts';
import type { LabServer } from './server.ts';

const place = addresses.resolver;

// A record: "name,address[,address6]" as dnsmasq's host-record wants it.
const records = [
  `www.sonde.test,${addresses.web},${addresses.web6}`,
  `ftp.sonde.test,${addresses.seed}`,
  `expired.sonde.test,${addresses.expired}`,
  `wrong-name.sonde.test,${addresses.wrongName}`,
  `self-signed.sonde.test,${addresses.selfSigned}`,
  `not-yet-valid.sonde.test,${addresses.notYetValid}`,
  `incomplete-chain.sonde.test,${addresses.incompleteChain}`,
  `wants-certificate.sonde.test,${addresses.wantsCertificate}`,
  `old-tls.sonde.test,${addresses.oldTls}`,
  `mail.sonde.test,${addresses.mail}`,
  `various.sonde.test,${addresses.various}`,
  // IPv4 lives, IPv6 is dropped, rejected, or has no route at all.
  `dropped6.sonde.test,${addresses.web},2001:db8:bad::10`,
  `rejected6.sonde.test,${addresses.web},2001:db8:bad::21`,
  `unrouted6.sonde.test,${addresses.web},2001:db8:bad::99`,
  `only6.sonde.test,${addresses.web6}`,
  ...forty.map((address) => `forty.sonde.test,${address}`),
  // The name the check asks for control (RFC 2606 keeps it for examples).
  `example.com,${addresses.web}`,
];

/** dnsmasq, authoritative for sonde.test: what it does not know there does not exist (NXDOMAIN). */
export const dnsmasq: LabServer = {
  name: 'dnsmasq',
  host: 'resolver',
  listens: [`${place}:53`],
  prepare: async ({ folder }) => {
    const configuration = join(folder, 'dnsmasq.conf');
    await writeFile(
      configuration,
      [
        'no-daemon',
        'no-hosts',
        'no-resolv',
        'user=root',
        `pid-file=${folder}/pid`,
        `listen-address=${place}`,
        'bind-interfaces',
        'local=/sonde.test/',
        // One name that its own server cannot answer for, while all others work.
        `server=/broken.sonde.test/${addresses.servfail}`,
        'cname=alias.sonde.test,www.sonde.test',
        'txt-record=text-only.sonde.test,no address here',
        ...records.map((record) => `host-record=${record}`),
        '',
      ].join('\n'),
    );
    return ['dnsmasq', `--conf-file=${configuration}`];
  },
};
