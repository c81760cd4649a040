import type { FailureCode } from '../../../check/failure.ts';
import type { Stage } from '../../../check/stage.ts';
import { readPort } from '../read-port.ts';
import type { ToldFailure } from '../told.ts';

/** How curl says it ended: "curl: (7) Failed to connect to web1 port 443 after 2 ms: ...". */
export interface CurlEnd {
  readonly failure: ToldFailure;
  readonly host: string | null;
  readonly port: number | null;
  readonly durationMs: number | null;
}

/** Reads curl's last line; null when it is another. What the number means stands in curl(1), "EXIT CODES". */
export function readCurlEnd(line: string): CurlEnd | null {
  const [, number, text = ''] = /^curl: \((\d{1,3})\) (.+)$/u.exec(line) ?? [];
  if (number === undefined) return null;
  const { stage, code } = meaningOf(Number(number), text);
  const [, host = null, portText] = /(?:connect to|Could not resolve host:) (\S{1,253}?);?(?: port (\d{1,5}))?(?: |$|:)/u.exec(text) ?? [];
  const durationMs = /after (\d{1,9}) m(?:illi)?s(?:econds)?/u.exec(text)?.[1];
  return {
    failure: { code, systemCode: `CURLE_${number}`, stage, line },
    host,
    port: portText === undefined ? null : readPort(portText),
    durationMs: durationMs === undefined ? null : Number(durationMs),
  };
}

interface Meaning {
  readonly stage: Stage;
  readonly code: FailureCode;
}

const meanings = new Map<number, Meaning>([
  [1, { stage: 'request', code: 'reply_unreadable' }],
  [6, { stage: 'resolve', code: 'dns_failed' }],
  [7, { stage: 'connect', code: 'unknown' }],
  [8, { stage: 'request', code: 'reply_unreadable' }],
  [35, { stage: 'handshake', code: 'tls_failed' }],
  [52, { stage: 'request', code: 'connection_closed' }],
  [56, { stage: 'request', code: 'connection_reset' }],
  [58, { stage: 'handshake', code: 'tls_client_certificate_required' }],
]);

/** 28 is any limit, 60 (51 before 7.62) anything wrong with a certificate: there the text decides. */
function meaningOf(number: number, text: string): Meaning {
  if (number === 28) return /bytes received|Operation timed out|Operation too slow/u.test(text) ? slowReply(text) : notInTime(text);
  if (number === 60 || number === 51)
    return { stage: 'handshake', code: certificateCodes.find(({ pattern }) => pattern.test(text))?.code ?? 'tls_not_trusted' };
  if (number === 35) return { stage: 'handshake', code: handshakeCodes.find(({ pattern }) => pattern.test(text))?.code ?? 'tls_failed' };
  return meanings.get(number) ?? { stage: 'request', code: 'unknown' };
}

function slowReply(text: string): Meaning {
  return /SSL connection timeout/u.test(text) ? { stage: 'handshake', code: 'tls_timed_out' } : { stage: 'request', code: 'no_reply' };
}

function notInTime(text: string): Meaning {
  if (/Resolving timed out/u.test(text)) return { stage: 'resolve', code: 'dns_timed_out' };
  return /SSL connection timeout/u.test(text)
    ? { stage: 'handshake', code: 'tls_timed_out' }
    : { stage: 'connect', code: 'connection_timed_out' };
}

const certificateCodes: readonly { readonly pattern: RegExp; readonly code: FailureCode }[] = [
  { pattern: /expired/iu, code: 'tls_expired' },
  { pattern: /not yet valid/iu, code: 'tls_not_yet_valid' },
  { pattern: /subject name|match/iu, code: 'tls_wrong_name' },
  { pattern: /self[ -]signed certificate in certificate chain|issuer|unknown authority|untrusted/iu, code: 'tls_unknown_authority' },
  { pattern: /self[ -]signed/iu, code: 'tls_self_signed' },
];

const handshakeCodes: readonly { readonly pattern: RegExp; readonly code: FailureCode }[] = [
  { pattern: /wrong version number|packet length too long|http request/iu, code: 'tls_plain_text_answered' },
  {
    pattern: /protocol version|unsupported protocol|handshake failure|no shared cipher|insufficient security/iu,
    code: 'tls_no_common_protocol',
  },
  { pattern: /certificate required/iu, code: 'tls_client_certificate_required' },
  { pattern: /reset by peer|unexpected eof|SSL_ERROR_SYSCALL/iu, code: 'tls_closed' },
];
