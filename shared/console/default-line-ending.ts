import type { LineEnding } from './line-ending.ts';

/** Protocols of lines that end in CR LF, by their RFCs or their own documents; all others are left to LF, as nc sends. */
const crlfServices = new Set([
  ...['ftp', 'ftps', 'smtp', 'submission', 'smtps', 'pop3', 'pop3s', 'imap', 'imaps', 'telnet', 'ssh'],
  ...['http', 'https', 'winrm', 'elasticsearch', 'ipp', 'sip', 'sips', 'redis', 'memcached'],
]);

/** The line ending a service expects, by its id; LF where nothing is known. */
export function defaultLineEnding(serviceId: string | null): LineEnding {
  return serviceId !== null && crlfServices.has(serviceId) ? 'crlf' : 'lf';
}
