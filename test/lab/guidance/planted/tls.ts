import type { CauseId } from '../../../../shared/guidance/causes/causes.ts';
import { addresses } from '../../topology.ts';
import { asItIs, write } from '../plants.ts';
import type { Planted } from '../planted.ts';

const bad = (name: string, host: string, cause: CauseId): Planted => ({
  name,
  host,
  port: 443,
  plant: asItIs,
  outcome: 'tls_failed',
  cause,
});

/** No safe connection is agreed. */
export const tls: readonly Planted[] = [
  bad('the certificate has expired', 'expired.sonde.test', 'certificate_ended'),
  {
    ...bad('the hosts file leads to an old server with an expired certificate', 'www.sonde.test', 'hosts_file_entry'),
    plant: (lab) => write(lab, { host: 'client', path: '/etc/hosts', text: `127.0.0.1 localhost\n${addresses.expired} www.sonde.test\n` }),
  },
  bad('the certificate was made with a clock that is fast', 'not-yet-valid.sonde.test', 'certificate_made_too_early'),
  bad('the certificate lacks this name', 'wrong-name.sonde.test', 'name_missing_in_certificate'),
  bad('the certificate is signed by itself', 'self-signed.sonde.test', 'self_signed'),
  bad('the server does not send its chain', 'incomplete-chain.sonde.test', 'chain_incomplete'),
  bad('the server speaks plain text', addresses.plain443, 'plain_text_service'),
  bad('the server knows only an old TLS', 'old-tls.sonde.test', 'old_tls'),
];
