import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';

import { forgeCertificate, makeKeys, makeRsaKeys, toPem, type Forged, type Forgery } from './forge-certificate.ts';
import { answer, drip, repeat, type HostilePeer } from './peer.ts';

const HOST = 'web1.example.net';
const on = { tls: 'on', service: 'https' } as const;
/** The name is for the certificate: nothing is looked up. */
const named = { ...on, address: '127.0.0.1' } as const;
const mute = (): void => undefined;

/** Old keys and old digests are refused by OpenSSL at its usual level, on both sides. */
const anything = { ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1' } as const;

function shown(...certificates: readonly Forged[]): TlsOptions {
  const [leaf] = certificates;
  return { key: leaf?.key.export({ type: 'pkcs8', format: 'pem' }) ?? '', cert: toPem(certificates), ...anything };
}

function alone(forgery: Partial<Forgery> = {}): TlsOptions {
  return shown(forgeCertificate({ subject: HOST, names: [HOST], ...forgery }));
}

/** Each signed by the next, which it names; the last by the first: nobody vouches for them but each other. */
function circle(): TlsOptions {
  const [one, other] = [makeKeys(), makeKeys()];
  const authority = { isAuthority: true } as const;
  return shown(
    forgeCertificate({ subject: HOST, names: [HOST], signer: { subject: 'One', key: one.privateKey } }),
    forgeCertificate({ subject: 'One', keys: one, signer: { subject: 'Other', key: other.privateKey }, ...authority }),
    forgeCertificate({ subject: 'Other', keys: other, signer: { subject: 'One', key: one.privateKey }, ...authority }),
  );
}

function ladder(length: number): TlsOptions {
  const keys = Array.from({ length }, makeKeys);
  const nameOf = (place: number): string => (place === 0 ? HOST : `Step ${place}`);
  return shown(
    ...keys.map((own, place) => {
      const above = keys[place + 1];
      const signer = above === undefined ? {} : { signer: { subject: nameOf(place + 1), key: above.privateKey } };
      return forgeCertificate({ subject: nameOf(place), names: place === 0 ? [HOST] : [], keys: own, isAuthority: place > 0, ...signer });
    }),
  );
}

function manyNames(count: number, ending: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index.toString(36)}.${ending}`);
}

/** Talks only to who says whom it wants (RFC 6066 section 3): nobody says so to an address. */
function hangUpUnnamed(socket: Socket): void {
  if (!(socket instanceof TLSSocket && typeof socket.servername === 'string')) socket.destroy();
}

/** A ServerHello of TLS 1.2 that chooses an application protocol nobody offered, written in terminal control. */
function junkProtocol(): Buffer {
  const protocol = Buffer.from('\x1b[31m\u202e');
  const list = Buffer.concat([Buffer.of(0, protocol.length + 1, protocol.length), protocol]);
  const extension = Buffer.concat([Buffer.of(0, 16, 0, list.length), list]);
  const random = createHash('sha256').update('sonde').digest();
  const body = Buffer.concat([Buffer.of(3, 3), random, Buffer.of(0, 0xc0, 0x2f, 0, 0, extension.length), extension]);
  const message = Buffer.concat([Buffer.of(2, 0, 0, body.length), body]);
  return Buffer.concat([Buffer.of(0x16, 3, 3, 0, message.length), message]);
}

/** Servers whose TLS is odd: what they say in the handshake, and what they show. */
export function makeTlsPeers(): readonly HostilePeer[] {
  const raw = (name: string, serve: HostilePeer['serve'], code: HostilePeer['code']): HostilePeer => ({ name, serve, options: on, outcome: 'tls_failed', code }); // prettier-ignore
  const bad = (name: string, tls: TlsOptions, code: HostilePeer['code']): HostilePeer => ({ name, serve: mute, tls, options: named, host: HOST, outcome: 'tls_failed', code }); // prettier-ignore
  const inside = (name: string, serve: HostilePeer['serve']): HostilePeer => ({ name, serve, tls: alone(), options: named, host: HOST, outcome: 'tls_failed', code: 'tls_self_signed' }); // prettier-ignore
  return [
    raw('accepts and never shakes hands', mute, 'tls_timed_out'),
    raw('shakes hands one byte a second', (socket) => drip(socket, Buffer.of(0x16, 3, 3, 0, 200, 2)), 'tls_timed_out'),
    raw('asks for a new hello without an end', (socket) => repeat(socket, Buffer.of(0x16, 3, 3, 0, 4, 0, 0, 0, 0)), 'tls_timed_out'),
    raw('warns without an end', (socket) => repeat(socket, Buffer.of(0x15, 3, 3, 0, 2, 1, 90)), 'tls_failed'),
    raw('changes ciphers without an end', (socket) => repeat(socket, Buffer.of(0x14, 3, 3, 0, 1, 1)), 'tls_failed'),
    raw('announces a record of 64 KiB', (socket) => repeat(socket, Buffer.of(0x16, 3, 3, 0xff, 0xff)), 'tls_failed'),
    raw('announces a message of 16 MiB', (socket) => { socket.write(Buffer.of(0x16, 3, 3, 0x40, 0, 11, 0xff, 0xff, 0xff)); repeat(socket, 'x'); }, 'tls_failed'), // prettier-ignore
    raw(
      'sends random bytes without an end',
      (socket) => repeat(socket, createHash('sha512').update('noise').digest()),
      'tls_plain_text_answered',
    ),
    raw('answers in plain text', (socket) => void socket.write('220 \x1b[31mmail ESMTP\r\n'), 'tls_plain_text_answered'),
    raw(
      'answers HTTP',
      answer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      'tls_plain_text_answered',
    ),
    raw(
      'resets after the hello',
      answer((socket) => socket.resetAndDestroy()),
      'tls_closed',
    ),
    raw(
      'closes after the hello',
      answer((socket) => void socket.end()),
      'tls_closed',
    ),
    raw(
      'chooses a protocol nobody offered',
      answer((socket) => void socket.write(junkProtocol())),
      'tls_failed',
    ),
    bad('is self-signed', alone(), 'tls_self_signed'),
    bad('is certified in a circle', circle(), 'tls_unknown_authority'),
    bad('shows a chain of thirty', ladder(30), 'tls_unknown_authority'),
    bad('shows a chain of a hundred and fifty', ladder(150), 'tls_unknown_authority'),
    bad('has ten thousand names', alone({ names: manyNames(10_000, 'e') }), 'tls_wrong_name'),
    bad('has ten thousand names, more than any client takes', alone({ names: manyNames(10_000, 'example.org') }), 'tls_failed'),
    bad('hides a zero in its name', alone({ subject: `${HOST}\0.evil.example`, names: [`${HOST}\0.evil.example`] }), 'tls_wrong_name'),
    bad('writes terminal control into its names', alone({ subject: '\u001b[31m\u009b31m', organisation: '\u202e\u2066\u200b', names: ['\u001b]0;x\u0007', '\u202e'] }), 'tls_wrong_name'), // prettier-ignore
    bad('writes a second name into its name', alone({ subject: 'evil', names: [`evil, DNS:${HOST}`] }), 'tls_wrong_name'),
    bad('is valid until the year 9999', alone({ from: '19700101000000Z', until: '99991231235959Z' }), 'tls_self_signed'),
    bad('was valid in 1970', alone({ from: '19700101000000Z', until: '19700102000000Z' }), 'tls_expired'),
    bad('will be valid in 9998', alone({ from: '99980101000000Z', until: '99991231235959Z' }), 'tls_not_yet_valid'),
    bad('is for another host', alone({ names: ['another.example'] }), 'tls_wrong_name'),
    bad('has a key of 512 bits', { ...alone({ keys: makeRsaKeys(512) }), maxVersion: 'TLSv1.2' }, 'tls_not_trusted'),
    bad('is signed with SHA-1', alone({ digest: 'sha1' }), 'tls_self_signed'),
    bad('speaks TLS 1.0 only', { ...alone(), maxVersion: 'TLSv1' }, 'tls_no_common_protocol'),
    bad('speaks a protocol nobody offered only', { ...alone(), ALPNProtocols: ['\u0001junk'] }, 'tls_no_common_protocol'),
    bad('wants a certificate of the client', { ...alone(), requestCert: true, rejectUnauthorized: true }, 'tls_self_signed'),
    { ...bad('is told no name', alone(), 'tls_wrong_name'), options: on, host: '127.0.0.1', serve: hangUpUnnamed },
    { ...bad('does not know the name', { ...alone(), SNICallback: (_name, done) => done(new Error('unknown')) }, 'tls_closed') },
    inside('floods inside TLS', (socket) => repeat(socket, 'x')),
    inside('drips inside TLS', (socket) => drip(socket, 'x')),
    inside('ends inside TLS and stays', (socket) => void socket.end()),
    inside('resets inside TLS', (socket) => void setTimeout(() => socket.destroy(), 20)),
  ];
}
