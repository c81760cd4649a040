import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { makeCertificates, type Certificates } from '../support/certificates.ts';
import { mustRun } from './command.ts';
import { addresses, type HostMount } from './topology.ts';

const names = [
  'www',
  'mail',
  'various',
  'alias',
  'only6',
  'dropped6',
  'rejected6',
  'unrouted6',
  'expired',
  'not-yet-valid',
  'self-signed',
  'incomplete-chain',
  'wants-certificate',
  'old-tls',
].map((name) => `${name}.sonde.test`);

/** The certificates of the lab's servers, good for every name and address that should be. */
export async function certificatesOf(folder: string): Promise<Certificates> {
  const own = join(folder, 'certificates');
  await mkdir(own);
  return makeCertificates({ folder: own, names, addresses: [addresses.web, addresses.web6, addresses.mail] });
}

/** Makes a trust store that holds the lab's authority alone, in the form Debian keeps one, for the client to see. */
export async function trust({ folder, authorityPath }: { readonly folder: string; readonly authorityPath: string }): Promise<HostMount> {
  const store = join(folder, 'trusted');
  await mkdir(store);
  await copyFile(authorityPath, join(store, 'ca-certificates.crt'));
  await copyFile(authorityPath, join(store, 'sonde-test-root.pem'));
  await mustRun(['openssl', 'rehash', store]);
  return { host: 'client', from: store, onto: '/etc/ssl/certs' };
}
