import { textBytes } from './request-bytes.ts';
import { readNumberedGreeting } from './read-reply.ts';
import { REVERSE_LOOKUP_LIMIT_MS, serverFirst } from './server-first.ts';
import { tcp } from './service-port.ts';

/** FTP (RFC 959). Most servers look up the client's name before they greet, or let libwrap do so. */
export const ftp = serverFirst({
  id: 'ftp',
  name: 'FTP',
  ports: [tcp(21)],
  greetingLimitMs: REVERSE_LOOKUP_LIMIT_MS,
  readGreeting: readNumberedGreeting({
    isForeign: (text) => /\bE?SMTP\b(?![.-])/iu.test(text),
    product:
      /(?:vsFTPd|ProFTPD|Pure-FTPd|FileZilla Server(?: version)?|Microsoft FTP Service|Serv-U FTP Server|pyftpdlib|Bftpd|glFTPd)(?: v?\d[\w.+-]*)?/iu,
  }),
  quit: textBytes('QUIT\r\n'),
});
