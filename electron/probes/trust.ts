import { X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * The certificates of all authorities trusted here, as PEM: the system's store, Node's own list and NODE_EXTRA_CA_CERTS together.
 *
 * Read once, when the first handshake loads this file (about 40 ms), and made the process's default, because a context of
 * its own for each handshake costs 13 ms of the main thread.
 */
export const trustedAuthorities: readonly string[] = [
  ...new Set([...getCACertificates('bundled'), ...getCACertificates('system'), ...getCACertificates('extra')]),
];
setDefaultCACertificates([...trustedAuthorities]);

/**
 * Whether a chain ends in a trusted authority, dates left aside.
 *
 * OpenSSL reports one problem of a chain, the last it met, so an expired certificate hides that nobody knows its issuer.
 * This only adds to what is shown; it never makes a chain trusted.
 */
export function endsInAuthority(chain: readonly Uint8Array[]): boolean {
  const certificates = chain.map((raw) => new X509Certificate(raw));
  const last = certificates.at(-1);
  const linked = certificates.every((certificate, index) => {
    const issuer = certificates[index + 1];
    return issuer === undefined || isIssuedBy(certificate, issuer);
  });
  if (last === undefined || !linked) return false;
  return trustedAuthorities.some((pem) => isIssuedBy(last, new X509Certificate(pem)));
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
