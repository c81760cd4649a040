import type { Check } from '../../../shared/check/check.ts';
import type { Certificate } from '../../../shared/check/evidence.ts';
import { sampleCheck } from '../../electron/store/sample-check.ts';

/** A check that agreed TLS, with a certificate changed as the test wants. */
export function tlsCheck(changes: Partial<Certificate> = {}, more: Partial<Check> = {}): Check {
  const leaf: Certificate = {
    subject: 'CN=vpn.example.com, O=Example Ltd',
    issuer: "C=US, O=Let's Encrypt, CN=R3",
    names: ['vpn.example.com', 'gw.example.com'],
    nameCount: 2,
    validFromMs: 1_000,
    validToMs: 8_000,
    serialNumber: '03A1B2C3',
    fingerprintSha256: 'AA:11',
    ...changes,
  };
  const tls = {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    alpn: null,
    serverName: 'vpn.example.com',
    problems: [],
    chain: [leaf],
  };
  return sampleCheck({ target: { host: 'vpn.example.com', port: 443, transport: 'tcp' }, service: null, greeting: null, tls, ...more });
}
