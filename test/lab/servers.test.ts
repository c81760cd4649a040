import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { runInside } from './inside.ts';
import type { Call, Reply } from './inside/talk.ts';
import { createLab, type Lab } from './lab.ts';
import { allServers } from './servers/all.ts';
import { startServers } from './servers/server.ts';
import { slowDown } from './slow-line.ts';
import { addresses } from './topology.ts';

interface Expectation {
  readonly who: string;
  readonly call: Call;
  /** What the first words look like; null when none may come. */
  readonly text: RegExp | null;
  readonly end?: string;
  /** What Node holds against the certificate. */
  readonly certificate?: string;
}

const { seed, seed6, guarded, mail, database, various, web, unwelcome } = addresses;
const ldapRootQuestion =
  '\x30\x25\x02\x01\x01\x63\x20\x04\x00\x0a\x01\x00\x0a\x01\x00\x02\x01\x00\x02\x01\x00\x01\x01\x00\x87\x0bobjectClass\x30\x00';
const snmpQuestion =
  '\x30\x26\x02\x01\x01\x04\x06public\xa0\x19\x02\x01\x01\x02\x01\x00\x02\x01\x00\x30\x0e\x30\x0c\x06\x08\x2b\x06\x01\x02\x01\x01\x01\x00\x05\x00';

const greeters: readonly Expectation[] = [
  { who: 'vsftpd', call: { address: seed, port: 21 }, text: /^220 \(vsFTPd / },
  { who: 'vsftpd behind hosts.deny', call: { address: guarded, port: 21 }, text: /^421 Service not available\.\r\n/ },
  { who: 'OpenSSH', call: { address: seed, port: 22 }, text: /^SSH-2\.0-OpenSSH_/ },
  { who: 'OpenSSH over IPv6', call: { address: seed6, port: 22 }, text: /^SSH-2\.0-OpenSSH_/ },
  // libwrap sleeps 5 s before it closes (tcp_wrappers, clean_exit.c).
  { who: 'OpenSSH behind hosts.deny', call: { address: guarded, port: 22 }, text: null, end: 'closed' },
  { who: 'Exim', call: { address: mail, port: 25 }, text: /^220 mail\.sonde\.test ESMTP Exim/ },
  { who: 'Exim for submission', call: { address: mail, port: 587 }, text: /^220 mail\.sonde\.test/ },
  {
    who: 'Exim to an address it does not want',
    call: { address: mail, port: 25, source: unwelcome },
    text: /^550 Your address is not welcome/,
  },
  { who: 'Dovecot for IMAP', call: { address: mail, port: 143 }, text: /^\* OK \[CAPABILITY IMAP4rev1/ },
  { who: 'Dovecot for POP3', call: { address: mail, port: 110 }, text: /^\+OK Dovecot/ },
  { who: 'MariaDB', call: { address: database, port: 3306 }, text: /^.\0\0\0\n5\.5\.5-10\..*MariaDB/s },
  {
    who: 'MariaDB to an address it does not know',
    call: { address: database, port: 3306, source: unwelcome },
    text: /^.\0\0\0\xff\x6a\x04Host/s,
  },
  { who: 'rsync', call: { address: various, port: 873 }, text: /^@RSYNCD: / },
  { who: 'Xvnc', call: { address: various, port: 5900 }, text: /^RFB 003\.008\n/ },
];

const answerers: readonly Expectation[] = [
  { who: 'nginx', call: { address: web, port: 80, says: 'HEAD / HTTP/1.0\r\n\r\n' }, text: /^HTTP\/1\.1 200 OK/ },
  { who: 'nginx that is down', call: { address: web, port: 80, says: 'HEAD /down HTTP/1.0\r\n\r\n' }, text: /^HTTP\/1\.1 503 / },
  { who: 'nginx that takes no HEAD', call: { address: web, port: 80, says: 'HEAD /get-only HTTP/1.0\r\n\r\n' }, text: /^HTTP\/1\.1 405 / },
  { who: 'nginx that moved', call: { address: web, port: 80, says: 'HEAD /moved HTTP/1.0\r\n\r\n' }, text: /^HTTP\/1\.1 301 / },
  { who: 'Redis', call: { address: database, port: 6379, says: 'PING\r\n' }, text: /^\+PONG/ },
  { who: 'memcached', call: { address: database, port: 11211, says: 'version\r\n' }, text: /^VERSION / },
  { who: 'PostgreSQL', call: { address: database, port: 5432, says: '\0\0\0\x08\x04\xd2\x16\x2f' }, text: /^[NS]/ },
  { who: 'slapd', call: { address: database, port: 389, says: ldapRootQuestion }, text: /^\x30/ },
  { who: 'Mosquitto', call: { address: various, port: 1883, says: '\x10\x0d\0\x04MQTT\x04\x02\0\x0a\0\x01a' }, text: /^\x20\x02\0\0/ },
  { who: 'the X server', call: { address: various, port: 6000, says: 'l\0\x0b\0\0\0\0\0\0\0\0\0' }, text: /^\x01/ },
  { who: 'snmpd', call: { address: various, port: 161, transport: 'udp', says: snmpQuestion }, text: /^\x30.*public\xa2/s },
  { who: 'the time server', call: { address: various, port: 123, transport: 'udp', says: `\x23${'\0'.repeat(47)}` }, text: /^\x24\x02/ },
  {
    who: 'dnsmasq over UDP',
    call: {
      address: addresses.resolver,
      port: 53,
      transport: 'udp',
      says: '\0\x07\x01\0\0\x01\0\0\0\0\0\0\x03www\x05sonde\x04test\0\0\x01\0\x01',
    },
    text: /^\0\x07\x85\x80/,
  },
];

interface Secured {
  readonly who: string;
  readonly address: string;
  /** Below sonde.test. */
  readonly name: string;
  readonly port?: number;
  readonly certificate?: string;
}

const tls = ({ who, address, name, port = 443, ...rest }: Secured): Expectation => ({
  who,
  call: { address, port, tlsName: `${name}.sonde.test` },
  text: null,
  end: 'secured',
  ...rest,
});

const { expired, wrongName, selfSigned, notYetValid, incompleteChain, oldTls, plain443 } = addresses;

const secured: readonly Expectation[] = [
  tls({ who: 'nginx with a good certificate', address: web, name: 'www' }),
  tls({ who: 'nginx with an expired one', address: expired, name: 'expired', certificate: 'CERT_HAS_EXPIRED' }),
  tls({ who: 'nginx with one for another name', address: wrongName, name: 'wrong-name', certificate: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
  tls({ who: 'nginx with a self-signed one', address: selfSigned, name: 'self-signed', certificate: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
  tls({ who: 'nginx with one that is not valid yet', address: notYetValid, name: 'not-yet-valid', certificate: 'CERT_NOT_YET_VALID' }),
  tls({
    who: 'nginx without its intermediate',
    address: incompleteChain,
    name: 'incomplete-chain',
    certificate: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  }),
  tls({ who: 'Mosquitto over TLS', address: various, name: 'various', port: 8883 }),
  tls({ who: 'Dovecot for IMAP over TLS', address: mail, name: 'mail', port: 993 }),
  tls({ who: 'Dovecot for POP3 over TLS', address: mail, name: 'mail', port: 995 }),
  tls({ who: 'Exim over TLS', address: mail, name: 'mail', port: 465 }),
  { ...tls({ who: 'nginx with an old TLS only', address: oldTls, name: 'old-tls' }), end: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' },
  { ...tls({ who: 'nginx that speaks plain text on 443', address: plain443, name: 'www' }), end: 'ERR_SSL_WRONG_VERSION_NUMBER' },
];

const scriptedOnes: readonly Expectation[] = [
  { who: 'a server that leaves', call: { address: addresses.leaving, port: 21 }, text: null, end: 'closed' },
  { who: 'a server that resets', call: { address: addresses.resetting, port: 21 }, text: null, end: 'ECONNRESET' },
  { who: 'a server that never stops talking', call: { address: addresses.endless, port: 21 }, text: /^220-and another thing\r\n220-and/ },
  { who: 'a server that says one byte a second', call: { address: addresses.dripping, port: 21 }, text: /^2$/ },
  { who: 'a server that hesitates', call: { address: addresses.hesitant, port: 21 }, text: /^220 sorry/ },
  {
    who: 'a server that leaves when spoken to',
    call: { address: addresses.leavesWhenSpokenTo, port: 80, says: 'x' },
    text: null,
    end: 'closed',
  },
  {
    who: 'a server that resets when spoken to',
    call: { address: addresses.resetsWhenSpokenTo, port: 80, says: 'x' },
    text: null,
    end: 'ECONNRESET',
  },
  { who: 'a mute server', call: { address: addresses.mute, port: 21 }, text: null, end: 'silence' },
  { who: 'a far server', call: { address: addresses.far, port: 21 }, text: /^220 far away/ },
];

const expectations = [...greeters, ...answerers, ...secured, ...scriptedOnes];

describe('servers of the lab, spoken to with nothing but Node', () => {
  let lab: Lab;
  let replies: readonly Reply[];

  beforeAll(async () => {
    lab = await createLab();
    await startServers(lab, allServers);
    const input = JSON.stringify(expectations.map(({ call }) => call));
    replies = await runInside<readonly Reply[]>(lab, { host: 'client', program: 'talk', input });
  });
  afterAll(() => lab.close());

  it.each(expectations.map((expectation, index) => ({ ...expectation, index })))(
    '$who answers as it should',
    ({ text, end = 'bytes', certificate = null, index }) => {
      const reply = replies[index];
      expect({ end: reply?.end, certificate: reply?.certificate }).toEqual({ end, certificate });
      if (text === null) expect(reply?.text).toBeNull();
      else expect(reply?.text).toMatch(text);
    },
  );

  it('scripted servers remember what was said to them and how the client left', async () => {
    await lab.run('client', ['sh', '-c', `printf hello | nc.openbsd -N -w 2 ${addresses.mute} 7777`]);
    await vi.waitFor(async () => {
      const sessions = await readFile(join(lab.folder, 'scripted', 'sessions'), 'utf8');
      const toMute = sessions.split('\n').filter((line) => line.includes(`"${addresses.mute}:7777"`));
      expect(toMute.map((line) => JSON.parse(line) as unknown)).toEqual([
        { place: `${addresses.mute}:7777`, remoteAddress: addresses.client, received: 'hello', ended: 'fin' },
      ]);
    }, 5_000);
  });

  it('the slow line delays every packet both ways', async () => {
    const delayMs = 60;
    await slowDown(lab, delayMs);
    const endpoints = [{ address: addresses.far, port: 80 }];
    const probed = await runInside<readonly { code: string; durationMs: number }[]>(lab, {
      host: 'client',
      program: 'connect-probe',
      input: JSON.stringify(endpoints),
    });
    expect(probed[0]?.code).toBe('connected');
    expect(probed[0]?.durationMs).toBeGreaterThanOrEqual(2 * delayMs);
  });
});
