import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Certificates, Identity } from '../../support/certificates.ts';
import { addresses } from '../topology.ts';
import type { LabServer } from './server.ts';

/** nginx: plain, with every quality of certificate, and with paths that answer in special ways. */
export const nginx: LabServer = {
  name: 'nginx',
  host: 'server',
  listens: [
    `${addresses.web}:80`,
    `[${addresses.web6}]:80`,
    `${addresses.web}:443`,
    `[${addresses.web6}]:443`,
    `${addresses.plain443}:443`,
    ...[addresses.expired, addresses.wrongName, addresses.selfSigned, addresses.notYetValid].map((address) => `${address}:443`),
    ...[addresses.incompleteChain, addresses.wantsCertificate, addresses.oldTls].map((address) => `${address}:443`),
  ],
  prepare: async ({ folder, certificates }) => {
    const path = join(folder, 'nginx.conf');
    await writeFile(path, configuration({ folder, certificates }));
    return ['nginx', '-p', folder, '-c', path, '-e', join(folder, 'error.log')];
  },
};

const pages = `
  location = / { return 200 "hello\\n"; }
  location = /down { return 503; }
  location = /moved { return 301 https://www.sonde.test/; }
  location = /get-only { if ($request_method = HEAD) { return 405; } return 200 "only for GET\\n"; }`;

function configuration({ folder, certificates }: { readonly folder: string; readonly certificates: Certificates }): string {
  const tls = (address: string, identity: Identity, more = ''): string => server(`listen ${address}:443 ssl; ${keys(identity)} ${more}`);
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; user nobody nogroup;
events { worker_connections 256; }
http {
log_format who '$server_addr $request';
access_log ${folder}/access.log who;
client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
${server(`listen ${addresses.web}:80; listen [${addresses.web6}]:80;`)}
${server(`listen ${addresses.plain443}:443;`)}
${server(`listen ${addresses.web}:443 ssl http2; listen [${addresses.web6}]:443 ssl http2; ${keys(certificates.good)}`)}
${tls(addresses.expired, certificates.expired)}
${tls(addresses.wrongName, certificates.wrongName)}
${tls(addresses.selfSigned, certificates.selfSigned)}
${tls(addresses.notYetValid, certificates.notYetValid)}
${tls(addresses.incompleteChain, certificates.incompleteChain)}
${tls(addresses.wantsCertificate, certificates.good, `ssl_verify_client on; ssl_client_certificate ${certificates.authorityPath};`)}
${tls(addresses.oldTls, certificates.good, 'ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;')}
}
`;
}

function server(words: string): string {
  return `server { ${words} ${pages} }`;
}

function keys({ keyPath, chainPath }: Identity): string {
  return `ssl_certificate ${chainPath}; ssl_certificate_key ${keyPath};`;
}
