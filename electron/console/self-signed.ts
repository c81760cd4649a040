import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';

/** A private key and a certificate for it, as PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate lives this long, in days: for trying things out, and short enough not to be mistaken for more. */
const LIFE_DAYS = 30;

/**
 * Makes a key (P-256) and a certificate that vouches for itself, good for these names and addresses (X.509 v3, RFC 5280).
 *
 * For listening with TLS where the person has no certificate at hand; nobody trusts it, and it is never written anywhere.
 */
export function makeSelfSigned(names: readonly string[], nowMs: number): ServerIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid.commonName, element(UTF8_STRING, Buffer.from(names[0] ?? 'localhost')))));
  const algorithm = sequence(oid.ecdsaWithSha256);
  const toSign = sequence(
    element(CONTEXT | CONSTRUCTED | 0, element(INTEGER, Buffer.of(2))),
    element(INTEGER, positive(randomBytes(16))),
    algorithm,
    name,
    sequence(time(nowMs - DAY_MS), time(nowMs + LIFE_DAYS * DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(CONTEXT | CONSTRUCTED | 3, sequence(sequence(oid.subjectAltName, element(OCTET_STRING, sequence(...names.map(generalName)))))),
  );
  const signature = element(BIT_STRING, Buffer.concat([Buffer.of(0), sign('sha256', toSign, privateKey)]));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem(sequence(toSign, algorithm, signature)),
  };
}

const DAY_MS = 86_400_000;

/** Tags of DER (X.690). */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

/** Object identifiers as they stand in DER. */
const oid = {
  /** 1.2.840.10045.4.3.2 */
  ecdsaWithSha256: Buffer.from('06082a8648ce3d040302', 'hex'),
  /** 2.5.4.3 */
  commonName: Buffer.from('0603550403', 'hex'),
  /** 2.5.29.17 */
  subjectAltName: Buffer.from('0603551d11', 'hex'),
};

function element(tag: number, body: Buffer): Buffer {
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(SEQUENCE, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
  return element(SET, part);
}

/** An INTEGER whose first bit is set would be negative. */
function positive(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x01), bytes]);
}

/** YYYYMMDDHHMMSSZ. RFC 5280 wants UTCTime before 2050, which has two digits for the year; every reader takes both. */
function time(atMs: number): Buffer {
  return element(GENERALIZED_TIME, Buffer.from(`${new Date(atMs).toISOString().replace(/[-:T]|\.\d+Z/gu, '')}Z`));
}

/** A name, or the bytes of an address (RFC 5280 section 4.2.1.6). */
function generalName(name: string): Buffer {
  return isIP(name) === 0 ? element(CONTEXT | 2, Buffer.from(name)) : element(CONTEXT | 7, Buffer.from(ipaddr.parse(name).toByteArray()));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
