import type { Slot, SlotKind, Snippet } from './snippet.ts';

/** A slot with a text in it at first. */
function slot(name: string, kind: SlotKind, text = ''): Slot {
  return { name, kind, value: { kind: 'text', text } };
}

/** A snippet that only asks. */
function asks(name: string, lines: readonly string[], slots: readonly Slot[] = []): Snippet {
  return { name, effect: 'reads', lines, slots };
}

/** The service's word for goodbye. */
function ends(line: string): Snippet {
  return { name: line.split(' ').at(-1) ?? line, effect: 'ends', lines: [line], slots: [] };
}

const host: Slot = { name: 'host', kind: 'host', value: { kind: 'session', field: 'host' } };
const user = slot('user', 'word');
const password = slot('password', 'secret');
const path = slot('path', 'path', '/');

/** RFC 9112 section 3.2: a request without Host is answered 400. The empty line ends the head. */
function httpRequest(method: string): Snippet {
  return asks(method, [`${method} {path} HTTP/1.1`, 'Host: {host}', 'User-Agent: sonde', 'Connection: close', ''], [path, host]);
}

const ftp: readonly Snippet[] = [
  asks('USER', ['USER {user}'], [slot('user', 'word', 'anonymous')]),
  asks('PASS', ['PASS {password}'], [password]),
  ...['SYST', 'FEAT', 'PWD', 'PASV', 'EPSV', 'HELP', 'NOOP', 'AUTH TLS'].map((word) => asks(word, [word])),
  ends('QUIT'),
];

const smtp: readonly Snippet[] = [
  asks('EHLO', ['EHLO {name}'], [slot('name', 'word', 'sonde.invalid')]),
  asks('STARTTLS', ['STARTTLS']),
  asks('AUTH LOGIN', ['AUTH LOGIN']),
  asks('MAIL FROM', ['MAIL FROM:<{sender}>'], [slot('sender', 'word')]),
  asks('RCPT TO', ['RCPT TO:<{recipient}>'], [slot('recipient', 'word')]),
  asks('VRFY', ['VRFY {user}'], [user]),
  asks('RSET', ['RSET']),
  asks('NOOP', ['NOOP']),
  ends('QUIT'),
];

const pop3: readonly Snippet[] = [
  asks('CAPA', ['CAPA']),
  asks('USER', ['USER {user}'], [user]),
  asks('PASS', ['PASS {password}'], [password]),
  ...['STAT', 'LIST', 'NOOP', 'STLS'].map((word) => asks(word, [word])),
  ends('QUIT'),
];

const imap: readonly Snippet[] = [
  asks('CAPABILITY', ['a1 CAPABILITY']),
  asks('STARTTLS', ['a2 STARTTLS']),
  asks('LOGIN', ['a3 LOGIN {user} {password}'], [user, password]),
  asks('LIST', ['a4 LIST "" "*"']),
  // EXAMINE opens a mailbox without marking anything as seen (RFC 9051 section 6.3.3).
  asks('EXAMINE', ['a5 EXAMINE {mailbox}'], [slot('mailbox', 'word', 'INBOX')]),
  asks('NOOP', ['a6 NOOP']),
  ends('a7 LOGOUT'),
];

const http: readonly Snippet[] = [...['GET', 'HEAD', 'OPTIONS'].map(httpRequest)];

const redis: readonly Snippet[] = [
  asks('PING', ['PING']),
  asks('AUTH', ['AUTH {password}'], [password]),
  asks('INFO', ['INFO {section}'], [slot('section', 'word', 'server')]),
  asks('DBSIZE', ['DBSIZE']),
  asks('CLIENT LIST', ['CLIENT LIST']),
  asks('GET', ['GET {key}'], [slot('key', 'word')]),
  ends('QUIT'),
];

const memcached: readonly Snippet[] = [
  asks('version', ['version']),
  asks('stats', ['stats']),
  asks('get', ['get {key}'], [slot('key', 'word')]),
  ends('quit'),
];

const ssh: readonly Snippet[] = [asks('identify', ['SSH-2.0-sonde'])];

const rsync: readonly Snippet[] = [asks('list modules', ['@RSYNCD: 31.0', '#list'])];

const sip: readonly Snippet[] = [
  asks(
    'OPTIONS',
    [
      ...[
        'OPTIONS sip:{host} SIP/2.0',
        'Via: SIP/2.0/TCP sonde.invalid;branch=z9hG4bKsonde',
        'Max-Forwards: 70',
        'From: <sip:sonde@sonde.invalid>;tag=sonde',
      ],
      ...['To: <sip:{host}>', 'Call-ID: sonde@sonde.invalid', 'CSeq: 1 OPTIONS', 'Content-Length: 0', ''],
    ],
    [host],
  ),
];

const snippetsOf: Readonly<Record<string, readonly Snippet[]>> = {
  ftp,
  ftps: ftp,
  smtp,
  submission: smtp,
  smtps: smtp,
  pop3,
  pop3s: pop3,
  imap,
  imaps: imap,
  http,
  https: http,
  elasticsearch: http,
  winrm: http,
  ipp: http,
  redis,
  memcached,
  ssh,
  rsync,
  sip,
  sips: sip,
};

/** The snippets of a service, by its id, in the order they are used; empty where it has none. */
export function snippetsFor(serviceId: string): readonly Snippet[] {
  return Object.hasOwn(snippetsOf, serviceId) ? (snippetsOf[serviceId] ?? []) : [];
}
