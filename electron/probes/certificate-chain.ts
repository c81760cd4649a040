import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';

import type { Certificate } from '../../shared/check/evidence.ts';
import { makeVisible } from '../../shared/console/display.ts';

/** A longer chain is an attack or a mistake; what decides is in the first few. */
const CHAIN_LENGTH = 10;

/** Certificates with thousands of names exist; this many are kept, the rest counted. */
const NAMES_KEPT = 100;

/** A name or subject longer than this cannot be read by a person anyway. */
const TEXT_LENGTH = 400;

/** The chain as the peer sent it, leaf first. Stops where it turns in a circle, which every self-signed root does (nodejs/node#1138). */
export function readChain(leaf: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  const seen = new Set<string>();
  let current: DetailedPeerCertificate | undefined = leaf;
  // A peer without a certificate gives an empty object.
  while (current?.raw !== undefined && !seen.has(current.fingerprint256) && chain.length < CHAIN_LENGTH) {
    seen.add(current.fingerprint256);
    chain.push(current);
    current = current.issuerCertificate;
  }
  return chain;
}

/** Whether the dates of a certificate can be read; a hostile one may hold any bytes there. */
export function hasDates({ valid_from, valid_to }: PeerCertificate): boolean {
  return !Number.isNaN(Date.parse(valid_from)) && !Number.isNaN(Date.parse(valid_to));
}

/** One certificate as evidence: every text visible and cut to a length a person can read. Its dates must be readable. */
export function describeCertificate(certificate: PeerCertificate): Certificate {
  const names = (certificate.subjectaltname ?? '').split(', ').filter((name) => name !== '');
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    names: names.slice(0, NAMES_KEPT).map((name) => visible(name.replace(/^(?:DNS|IP Address):/u, ''))),
    nameCount: names.length,
    validFromMs: Date.parse(certificate.valid_from),
    validToMs: Date.parse(certificate.valid_to),
    serialNumber: visible(certificate.serialNumber),
    fingerprintSha256: certificate.fingerprint256,
  };
}

/** A distinguished name as people write it: "CN=web1.example.net, O=Example" (RFC 4514, most telling part first). */
function formatName(name: PeerCertificate['subject'] | undefined): string {
  const parts = Object.entries(name ?? {}).flatMap(([key, value]) => [value].flat().map((part) => `${key}=${String(part)}`));
  const common = parts.filter((part) => part.startsWith('CN='));
  return visible([...common, ...parts.filter((part) => !part.startsWith('CN='))].join(', '));
}

function visible(text: string): string {
  return makeVisible(text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text);
}
