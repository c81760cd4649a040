import type { Flag } from '../flags.ts';

/** The flags of `sonde console`, in the order the help shows them; single letters mean what they mean to nc. */
export const consoleFlags = {
  crlf: {
    type: 'boolean',
    short: 'C',
    help: 'end lines with CR LF (at a terminal the default is the service’s own line end, and LF where none is known, as nc)',
  },
  'line-ending': { type: 'string', value: '<end>', help: 'end lines with crlf, lf, cr or none' },
  finish: { type: 'boolean', short: 'N', help: 'send FIN at the end of the input' },
  quit: { type: 'string', short: 'q', value: '<s>', help: 'the same, and quit that many seconds later' },
  timeout: {
    type: 'string',
    short: 'w',
    value: '<s>',
    help: 'limit of connecting, and of silence once connected (at a terminal 5 for the first)',
  },
  udp: { type: 'boolean', short: 'u', help: 'speak UDP instead of TCP' },
  ipv4: { type: 'boolean', short: '4', help: 'dial IPv4 addresses only' },
  ipv6: { type: 'boolean', short: '6', help: 'dial IPv6 addresses only' },
  source: { type: 'string', short: 's', value: '<ip>', help: 'speak from, or listen at, this address of this computer' },
  address: { type: 'string', value: '<ip>', help: 'dial this address only, and keep the name for TLS' },
  telnet: { type: 'boolean', short: 't', help: 'refuse every Telnet option, and take Telnet commands out of the data' },
  terminal: { type: 'boolean', help: 'agree to what a plain Telnet terminal needs' },
  tls: { type: 'boolean', help: 'begin with TLS' },
  starttls: { type: 'string', value: '<service>', help: 'ask for TLS in the words of smtp, submission, imap, pop3 or ftp' },
  insecure: { type: 'boolean', help: 'go on although the certificate is not to be trusted' },
  listen: { type: 'boolean', short: 'l', help: 'wait for one connection at a port of this computer (loopback unless -s)' },
  port: { type: 'string', short: 'p', value: '<port>', help: 'with -l: the port to wait at, as nc also takes it' },
  keep: { type: 'boolean', short: 'k', help: 'with -l: wait for the next one when it ended' },
  cert: { type: 'string', value: '<file>', help: 'with -l --tls: the certificate to show (PEM); else one is made' },
  key: { type: 'string', value: '<file>', help: 'with -l --tls: its private key (PEM)' },
  raw: { type: 'boolean', help: 'write what comes byte for byte, also to a terminal' },
  hex: { type: 'boolean', help: 'write what comes as rows of hexadecimal bytes' },
  encoding: { type: 'string', value: '<name>', help: 'read text as utf-8, latin-1 or cp437 (utf-8)' },
  transcript: { type: 'string', value: '<file>', help: 'write what happens to a file too; JSON Lines if it ends in .jsonl' },
  'keep-sent': { type: 'boolean', help: 'in the history and the transcript: what you send too, without credentials' },
  'no-save': { type: 'boolean', help: 'do not keep the session' },
  data: { type: 'string', value: '<dir>', help: 'keep it in this folder instead of the app’s' },
  verbose: { type: 'boolean', short: 'v', help: 'say what happens, as it is said at a terminal' },
  help: { type: 'boolean', short: 'h', help: 'show this' },
} as const satisfies Record<string, Flag>;

/** The name of a flag of `sonde console`, without its dashes. */
export type ConsoleFlagName = keyof typeof consoleFlags;
