import { answer, drip, repeat, type HostilePeer } from './peer.ts';

/** Text that a terminal, a page or a reader would obey. */
const ORDERS = '\x1b[2J\x1b]0;owned\x07\x1b]52;c;aWQ=\x07\x9b31m\x90+q\x9c\0\x08\x7f';

/** The same in UTF-8, with what reorders and hides text. */
const UNICODE_ORDERS = Buffer.from('\u202egpj.exe\u2066\u200b\ufeff\u2028\u{e0041}\ufffe\u061c').toString('latin1');

const ftp = { service: 'ftp' } as const;
const vnc = { service: 'vnc' } as const;
const smtp = { service: 'smtp' } as const;
const http = { service: 'http', tls: 'off' } as const;

/** Servers without TLS. Texts are Latin-1: one character a byte. */
export const plainPeers: readonly HostilePeer[] = [
  { name: 'says nothing where a greeting is due', serve: () => undefined, options: vnc, outcome: 'no_answer', code: 'no_greeting' },
  {
    name: 'greets one byte a second',
    serve: (socket) => drip(socket, 'RFB 003.008\r\n'),
    options: vnc,
    outcome: 'no_answer',
    code: 'no_greeting',
  },
  { name: 'greets without an end', serve: (socket) => repeat(socket, '220-'), options: ftp, outcome: 'succeeded', code: null },
  {
    name: 'greets in lines without an end',
    serve: (socket) => repeat(socket, `220-${ORDERS}\r\n`),
    options: smtp,
    outcome: 'succeeded',
    code: null,
  },
  {
    name: 'sends zeros without an end',
    serve: (socket) => repeat(socket, Buffer.alloc(4_096)),
    options: ftp,
    outcome: 'succeeded',
    code: null,
  },
  {
    name: 'greets in control characters',
    serve: (socket) => socket.write(`220 ${ORDERS}${UNICODE_ORDERS}\r\n`, 'latin1'),
    options: ftp,
    outcome: 'succeeded',
    code: null,
  },
  {
    name: 'refuses in words that are no FTP',
    serve: (socket) => socket.end(`421 ${ORDERS}${UNICODE_ORDERS}\r\n`, 'latin1'),
    options: ftp,
    outcome: 'succeeded',
    code: null,
  },
  {
    name: 'welcomes and then reads nothing any more',
    serve: (socket) => void socket.pause().write('220 (vsFTPd 3.0.3)\r\n'),
    options: ftp,
    outcome: 'succeeded',
    code: null,
  },
  { name: 'answers a goodbye without an end', serve: (socket) => { socket.write('220 (vsFTPd 3.0.3)\r\n'); socket.on('data', () => repeat(socket, '221 Goodbye.\r\n')); }, options: ftp, outcome: 'succeeded', code: null }, // prettier-ignore
  { name: 'says FIN and stays half-open', serve: (socket) => { socket.end(); socket.resume(); }, options: ftp, outcome: 'closed_early', code: 'connection_closed' }, // prettier-ignore
  { name: 'greets, says FIN and stays half-open', serve: (socket) => { socket.end('220 hello\r\n'); socket.resume(); }, options: ftp, outcome: 'succeeded', code: null }, // prettier-ignore
  { name: 'resets at once', serve: (socket) => socket.resetAndDestroy(), options: ftp, outcome: 'closed_early', code: 'connection_reset' },
  {
    name: 'resets in the middle of a greeting',
    serve: (socket) => void socket.write('22', () => setTimeout(() => socket.resetAndDestroy(), 50)),
    options: ftp,
    outcome: 'closed_early',
    code: 'connection_reset',
  },
  { name: 'resets on goodbye', serve: (socket) => { socket.write('220 (vsFTPd 3.0.3)\r\n'); socket.on('data', () => socket.resetAndDestroy()); }, options: ftp, outcome: 'succeeded', code: null }, // prettier-ignore
  { name: 'is a silent web server', serve: () => undefined, options: http, outcome: 'no_answer', code: 'no_reply' },
  {
    name: 'answers HTTP one byte a second',
    serve: answer((socket) => drip(socket, 'HTTP/1.1 200 OK\r\n\r\n')),
    options: http,
    outcome: 'no_answer',
    code: 'no_reply',
  },
  { name: 'sends a status line without an end', serve: answer((socket) => { socket.write('HTTP/1.1 200 '); repeat(socket, 'O'); }), options: http, outcome: 'failed', code: 'reply_unreadable' }, // prettier-ignore
  { name: 'sends a header without an end', serve: answer((socket) => { socket.write('HTTP/1.1 200 OK\r\nServer: '); repeat(socket, 'x'); }), options: http, outcome: 'failed', code: 'reply_unreadable' }, // prettier-ignore
  { name: 'sends headers without an end', serve: answer((socket) => { socket.write('HTTP/1.1 200 OK\r\n'); repeat(socket, 'A: b\r\n'); }), options: http, outcome: 'failed', code: 'reply_unreadable' }, // prettier-ignore
  { name: 'sends a body without an end to HEAD', serve: answer((socket) => { socket.write('HTTP/1.1 200 OK\r\n\r\n'); repeat(socket, 'body'); }), options: http, outcome: 'succeeded', code: null }, // prettier-ignore
  { name: 'sends a body without an end to GET', serve: (socket) => { socket.once('data', () => { socket.write('HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n'); socket.once('data', () => { socket.write('HTTP/1.1 200 OK\r\n\r\n'); repeat(socket, 'body'); }); }); }, options: http, outcome: 'succeeded', code: null }, // prettier-ignore
  { name: 'sends chunks without an end', serve: (socket) => { socket.once('data', () => { socket.write('HTTP/1.1 501 No\r\nContent-Length: 0\r\n\r\n'); socket.once('data', () => { socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'); repeat(socket, '1\r\nx\r\n'); }); }); }, options: http, outcome: 'succeeded', code: null }, // prettier-ignore
  {
    name: 'says continue without an end',
    serve: answer((socket) => repeat(socket, 'HTTP/1.1 100 Continue\r\n\r\n')),
    options: http,
    outcome: 'failed',
    code: 'reply_unreadable',
  },
  {
    name: 'claims a length of 1e30',
    serve: answer((socket) => void socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${'9'.repeat(30)}\r\n\r\n`)),
    options: http,
    outcome: 'failed',
    code: 'reply_unreadable',
  },
  {
    name: 'says two lengths',
    serve: answer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n')),
    options: http,
    outcome: 'failed',
    code: 'reply_unreadable',
  },
  {
    name: 'upgrades unasked',
    serve: answer((socket) => void socket.write('HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')),
    options: http,
    outcome: 'succeeded',
    code: null,
  },
  { name: 'answers in control characters', serve: answer((socket) => void socket.write(`HTTP/1.1 200 a\x9b31m${UNICODE_ORDERS}\r\nServer: \x9b31m${UNICODE_ORDERS}\r\nLocation: \x85javascript:alert(1)\r\nContent-Length: 0\r\n\r\n`, 'latin1')), options: http, outcome: 'succeeded', code: null }, // prettier-ignore
  {
    name: 'answers with escapes in the status line',
    serve: answer((socket) => void socket.write(`HTTP/1.1 200 ${ORDERS}\r\n\r\n`, 'latin1')),
    options: http,
    outcome: 'succeeded',
    code: null,
  },
  {
    name: 'answers something that is no HTTP',
    serve: answer((socket) => void socket.end(`${ORDERS}\r\n`, 'latin1')),
    options: http,
    outcome: 'failed',
    code: 'reply_unreadable',
  },
  {
    name: 'resets in the middle of a reply',
    serve: answer((socket) => void socket.write('HTTP/1.1 200', () => setTimeout(() => socket.resetAndDestroy(), 50))),
    options: http,
    outcome: 'closed_early',
    code: 'connection_reset',
  },
  {
    name: 'closes on HEAD and again on GET',
    serve: answer((socket) => void socket.end('HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')),
    options: http,
    outcome: 'succeeded',
    code: null,
  },
];
