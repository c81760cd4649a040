import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { bits, identifier, integer, nothing, octets, sequence, set, tagged, time, utf8, yes } from './der.ts';

/** A key and its certificate, as Node's TLS server takes them. */
export interface Forged {
  readonly key: KeyObject;
  readonly der: Buffer;
}

/** What a certificate is to say; openssl would refuse most of it. */
export interface Forgery {
  readonly subject: string;
  /** More parts of the subject: organisation, unit. */
  readonly organisation?: string;
  /** DNS names, byte for byte; none leaves the extension out. */
  readonly names?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly isAuthority?: boolean;
  readonly keys?: KeyPair;
  /** Who signs; itself when nobody is named. */
  readonly signer?: { readonly subject: string; readonly key: KeyObject };
  readonly digest?: 'sha256' | 'sha1';
}

/** A private key with its public half. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** An elliptic key: made in a millisecond. */
export function makeKeys(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

/** An RSA key of any length, also one that nobody should use any more. */
export function makeRsaKeys(modulusLength: number): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength });
}

/** Writes and signs a certificate (RFC 5280 section 4.1) that says exactly what it is told to. */
export function forgeCertificate(forgery: Forgery): Forged {
  const { keys = makeKeys(), digest = 'sha256', subject, signer } = forgery;
  const signingKey = signer?.key ?? keys.privateKey;
  const algorithm = signatureAlgorithm(signingKey, digest);
  const body = sequence(
    tagged(0, integer(Buffer.of(2))),
    // No leading zeros: they would be padding, which no reader takes.
    integer(Buffer.concat([Buffer.of(0x5a), randomBytes(8)])),
    algorithm,
    nameOf(signer?.subject ?? subject, signer === undefined ? forgery.organisation : undefined),
    sequence(time(forgery.from ?? '20200101000000Z'), time(forgery.until ?? '20991231235959Z')),
    nameOf(subject, forgery.organisation),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    ...extensionsOf(forgery),
  );
  return { key: keys.privateKey, der: sequence(body, algorithm, bits(sign(digest, body, signingKey))) };
}

/** Certificates as the PEM a TLS server takes, the leaf first. */
export function toPem(certificates: readonly Forged[]): string {
  return certificates.map(({ der }) => `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`).join('');
}

function signatureAlgorithm(key: KeyObject, digest: 'sha256' | 'sha1'): Buffer {
  const isRsa = key.asymmetricKeyType === 'rsa';
  const names = isRsa
    ? { sha256: '1.2.840.113549.1.1.11', sha1: '1.2.840.113549.1.1.5' }
    : { sha256: '1.2.840.10045.4.3.2', sha1: '1.2.840.10045.4.1' };
  return isRsa ? sequence(identifier(names[digest]), nothing) : sequence(identifier(names[digest]));
}

function nameOf(common: string, organisation: string | undefined): Buffer {
  const part = (type: string, text: string): Buffer => set(sequence(identifier(type), utf8(text)));
  return sequence(part('2.5.4.3', common), ...(organisation === undefined ? [] : [part('2.5.4.10', organisation)]));
}

function extensionsOf({ names = [], isAuthority = false }: Forgery): readonly Buffer[] {
  const authority = isAuthority ? [sequence(identifier('2.5.29.19'), yes, octets(sequence(yes)))] : [];
  const alternatives = sequence(...names.map((name) => tagged(2, Buffer.from(name), false)));
  const named = names.length === 0 ? [] : [sequence(identifier('2.5.29.17'), octets(alternatives))];
  const all = [...authority, ...named];
  return all.length === 0 ? [] : [tagged(3, sequence(...all))];
}
