import { errnoPhrases } from './errno-phrases.ts';
import type { ToldCause } from './told.ts';

/** The cause a printed system error stands for, in any language it is known in; null when it is none of them. Case and a final full stop do not matter. */
export function readErrno(text: string): ToldCause | null {
  return byPhrase.get(normalise(text)) ?? null;
}

/** The same of a text that is surely an error: one that is not known is a cause all the same. */
export function readAnyErrno(text: string): ToldCause {
  return readErrno(text) ?? { code: 'unknown', systemCode: null };
}

/** The cause a WinSock error number stands for (winsock2.h), or null. */
export function readWinSockNumber(number: number): ToldCause | null {
  return winSock.get(number) ?? null;
}

function normalise(text: string): string {
  return text
    .trim()
    .replace(/[.!]$/u, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase();
}

const byPhrase = new Map(
  errnoPhrases.flatMap(({ code, systemCode, phrases }) =>
    phrases.map((phrase): [string, ToldCause] => [normalise(phrase), { code, systemCode }]),
  ),
);

const winSock = new Map<number, ToldCause>([
  [10013, { code: 'permission_denied', systemCode: 'EACCES' }],
  [10022, { code: 'route_discards', systemCode: 'EINVAL' }],
  [10047, { code: 'family_unsupported', systemCode: 'EAFNOSUPPORT' }],
  [10048, { code: 'source_address_in_use', systemCode: 'EADDRINUSE' }],
  [10049, { code: 'source_address_unavailable', systemCode: 'EADDRNOTAVAIL' }],
  [10050, { code: 'network_down', systemCode: 'ENETDOWN' }],
  [10051, { code: 'network_unreachable', systemCode: 'ENETUNREACH' }],
  [10053, { code: 'connection_aborted', systemCode: 'ECONNABORTED' }],
  [10054, { code: 'connection_reset', systemCode: 'ECONNRESET' }],
  [10060, { code: 'connection_timed_out', systemCode: 'ETIMEDOUT' }],
  [10061, { code: 'connection_refused', systemCode: 'ECONNREFUSED' }],
  [10065, { code: 'host_unreachable', systemCode: 'EHOSTUNREACH' }],
  [11001, { code: 'dns_nxdomain', systemCode: 'ENOTFOUND' }],
  [11002, { code: 'dns_failed', systemCode: 'EAI_AGAIN' }],
  [11003, { code: 'dns_servfail', systemCode: 'EAI_FAIL' }],
  [11004, { code: 'dns_no_data', systemCode: 'ENODATA' }],
]);
