import { addresses } from '../topology.ts';
import { SOON_MS, type Case } from './case.ts';

const { seed, seed6, guarded, mail, database, various, web, web6, unwelcome, resolver } = addresses;

const works = { outcome: 'succeeded', code: null, withinMs: SOON_MS } as const;
const rejected = {
  outcome: 'rejected_by_service',
  code: 'service_rejected',
  withinMs: SOON_MS,
  oursIsBetterBecause: 'the service itself says no, and nc -z leaves before it can',
} as const;

const greeted = (id: string): object => ({ service: { id, knownBy: 'greeting' } });
// Their first words would open a session, so none are said.
const expected = (id: string): object => ({ service: { id, knownBy: 'port' } });
const answered = (id: string): object => ({ service: { id, knownBy: 'reply' } });

const greeting: readonly Case[] = [
  { ...works, name: 'vsftpd', host: seed, port: 21, shows: greeted('ftp') },
  { ...works, name: 'OpenSSH', host: seed, port: 22, shows: greeted('ssh') },
  { ...works, name: 'OpenSSH over IPv6', host: seed6, port: 22, shows: greeted('ssh') },
  { ...works, name: 'Exim', host: mail, port: 25, shows: greeted('smtp') },
  { ...works, name: 'Exim for submission', host: mail, port: 587, shows: greeted('submission') },
  { ...works, name: 'Exim over TLS', host: 'mail.sonde.test', port: 465, shows: greeted('smtps') },
  { ...works, name: 'Dovecot for IMAP', host: mail, port: 143, shows: greeted('imap') },
  { ...works, name: 'Dovecot for IMAP over TLS', host: 'mail.sonde.test', port: 993, shows: greeted('imaps') },
  { ...works, name: 'Dovecot for POP3', host: mail, port: 110, shows: greeted('pop3') },
  { ...works, name: 'Dovecot for POP3 over TLS', host: 'mail.sonde.test', port: 995, shows: greeted('pop3s') },
  { ...works, name: 'MariaDB', host: database, port: 3306, shows: greeted('mysql') },
  { ...works, name: 'rsync', host: various, port: 873, shows: greeted('rsync') },
  { ...works, name: 'Xvnc', host: various, port: 5900, shows: greeted('vnc') },
];

const answering: readonly Case[] = [
  { ...works, name: 'nginx', host: web, port: 80, shows: { ...answered('http'), http: { method: 'HEAD', status: 200 } } },
  { ...works, name: 'nginx over IPv6', host: web6, port: 80, shows: { http: { status: 200 } } },
  { ...works, name: 'Redis', host: database, port: 6379, shows: answered('redis') },
  { ...works, name: 'memcached', host: database, port: 11_211, shows: answered('memcached') },
  { ...works, name: 'PostgreSQL', host: database, port: 5432, shows: answered('postgresql') },
  { ...works, name: 'slapd', host: database, port: 389, shows: answered('ldap') },
  { ...works, name: 'Mosquitto', host: various, port: 1883, shows: expected('mqtt') },
  { ...works, name: 'the X server', host: various, port: 6000, shows: expected('x11') },
  { ...works, name: 'dnsmasq over TCP', host: resolver, port: 53, shows: answered('dns') },
];

const udp = { options: ['--udp'], ncOptions: ['-u'] } as const;

const datagrams: readonly Case[] = [
  { ...works, ...udp, name: 'dnsmasq over UDP', host: resolver, port: 53, shows: answered('dns') },
  { ...works, ...udp, name: 'a time server', host: various, port: 123, shows: answered('ntp') },
  { ...works, ...udp, name: 'snmpd', host: various, port: 161, shows: answered('snmp') },
  {
    ...udp,
    name: 'UDP to a port nobody listens on',
    host: seed,
    port: 53,
    outcome: 'refused',
    code: 'connection_refused',
    withinMs: SOON_MS,
  },
  {
    name: 'UDP to a server that keeps silent',
    host: addresses.silent,
    port: 53,
    options: ['--udp', '--timeout', '2'],
    ncOptions: ['-u', '-w', '2'],
    outcome: 'no_answer',
    code: 'udp_silence',
    withinMs: 2_000 + SOON_MS,
    oursIsBetterBecause: 'nc calls silence success',
  },
];

const turnedAway: readonly Case[] = [
  { ...rejected, name: 'vsftpd behind hosts.deny', host: guarded, port: 21 },
  {
    ...works,
    name: 'vsftpd behind hosts.deny, when connecting is all that is asked',
    host: guarded,
    port: 21,
    options: ['--connect-only'],
  },
  {
    ...rejected,
    name: 'Exim, to an address it does not want',
    host: mail,
    port: 25,
    options: ['--source', unwelcome],
    ncOptions: ['-s', unwelcome],
  },
  {
    ...rejected,
    name: 'MariaDB, to an address it does not know',
    host: database,
    port: 3306,
    options: ['--source', unwelcome],
    ncOptions: ['-s', unwelcome],
  },
  {
    name: 'OpenSSH behind hosts.deny',
    host: guarded,
    port: 22,
    outcome: 'closed_early',
    code: 'connection_closed',
    // libwrap sleeps 5 s before it closes (tcp_wrappers, clean_exit.c).
    notBeforeMs: 4_900,
    withinMs: 5_000 + SOON_MS,
    oursIsBetterBecause: 'nc -z does not see that the server closes before a word',
  },
];

/** Servers as distributions ship them, each identified and left politely. */
export const serviceCases: readonly Case[] = [...greeting, ...answering, ...datagrams, ...turnedAway];
