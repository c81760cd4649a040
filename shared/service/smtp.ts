import { textBytes } from './request-bytes.ts';
import { readNumberedGreeting } from './read-reply.ts';
import { serverFirst } from './server-first.ts';
import { tcp } from './service-port.ts';

/**
 * Time an SMTP greeting may take, in milliseconds: servers let junk mailers betray themselves by speaking first. Postfix's postscreen
 * waits 6 s with half a greeting said, Sendmail's greet_pause is usually set to 5 s, both after a lookup of the client's name.
 */
const SMTP_GREETING_LIMIT_MS = 10_000;

/** SMTP between mail servers (RFC 5321). */
export const smtp = serverFirst({
  id: 'smtp',
  name: 'SMTP',
  ports: [tcp(25)],
  greetingLimitMs: SMTP_GREETING_LIMIT_MS,
  readGreeting: readNumberedGreeting({
    isForeign: (text) => /ftp(?![.-])|FileZilla/iu.test(text) && !/\bE?SMTP\b(?![.-])/iu.test(text),
    product:
      /(?:Postfix(?: \([\w./ -]{1,40}\))?|Microsoft ESMTP MAIL Service|(?:Exim|Sendmail|OpenSMTPD|Haraka|MailEnable Service|MDaemon|hMailServer|Kerio Connect|IceWarp|Dovecot)(?:[ /]v?\d[\w./+-]*)?)/u,
  }),
  quit: textBytes('QUIT\r\n'),
});
