import type { FailureCode } from '../../shared/check/failure.ts';
import { makeVisible } from '../../shared/console/display.ts';

/** What the system said, named: the only form in which an error leaves this folder. */
export interface Cause {
  readonly code: FailureCode;
  /** As the system spells it, or null when it was our own limit. */
  readonly systemCode: string | null;
  /** The original text, or null. */
  readonly detail: string | null;
}

/** Our own limit ended it: nobody answered in time. */
export function limitReached(code: FailureCode): Cause {
  return { code, systemCode: null, detail: null };
}

/** The person ended it. */
export const cancelledCause: Cause = { code: 'cancelled', systemCode: null, detail: null };

/**
 * Names an error of a TCP or UDP socket while it connects.
 *
 * By code, never by errno or text: numbers and words differ between systems, libuv's codes do not.
 */
export function classifyConnect(error: unknown): Cause {
  return toCause(error, (code) => connectCodes[code] ?? 'unknown');
}

/** Names an error of a connection that was already open: a reset, a write after the peer closed, a late TLS alert. */
export function classifyOpen(error: unknown): Cause {
  return toCause(error, nameOpen);
}

/** TLS 1.3 tells a client that its certificate is missing only after the client thinks the handshake done (RFC 8446 section 4.6.2). */
function nameOpen(code: string): FailureCode {
  return openCodes[code] ?? handshakeCodes.find(({ pattern }) => pattern.test(code))?.code ?? 'unknown';
}

/** Names an error of the system's own lookup (getaddrinfo), before the resolver was asked directly. */
export function classifyLookup(error: unknown): Cause {
  return toCause(error, (code) => lookupCodes[code] ?? 'dns_failed');
}

/** What one direct question to the resolver says when it fails (c-ares codes). */
export function classifyAnswer(error: unknown): { readonly kind: AnswerKind; readonly systemCode: string | null } {
  const systemCode = codeOf(error);
  return { kind: (systemCode !== null ? answerCodes[systemCode] : undefined) ?? 'failed', systemCode };
}

type AnswerKind = 'nxdomain' | 'no_data' | 'servfail' | 'refused' | 'timed_out' | 'failed';

/** Names an error of a TLS handshake. OpenSSL and BoringSSL spell the same alert differently, so parts of the code are matched. */
export function classifyHandshake(error: unknown): Cause {
  return toCause(error, (code) => {
    if (code in openCodes) return 'tls_closed';
    return handshakeCodes.find(({ pattern }) => pattern.test(code))?.code ?? 'tls_failed';
  });
}

/** Names what OpenSSL's verification says of a certificate chain (X509_V_ERR names); null when it is not about trust. */
export function classifyVerification(systemCode: string): FailureCode {
  return verificationCodes[systemCode] ?? 'tls_not_trusted';
}

/** Names an error of the HTTP parser or of the socket under it. */
export function classifyRequest(error: unknown): Cause {
  return toCause(error, (code) => (code.startsWith('HPE_') ? 'reply_unreadable' : nameOpen(code)));
}

function toCause(error: unknown, name: (code: string) => FailureCode): Cause {
  const systemCode = codeOf(error);
  const detail = error instanceof Error && error.message !== '' ? makeVisible(error.message.slice(0, DETAIL_LENGTH)) : null;
  return { code: systemCode === null ? 'unknown' : name(systemCode), systemCode, detail };
}

/** Error texts can quote what the peer sent; more than this explains nothing. */
const DETAIL_LENGTH = 300;

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

const connectCodes: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: 'connection_refused',
  ENOPROTOOPT: 'protocol_unreachable',
  EACCES: 'permission_denied',
  EPERM: 'not_permitted',
  EINVAL: 'route_discards',
  EADDRNOTAVAIL: 'source_address_unavailable',
  EADDRINUSE: 'source_address_in_use',
  ECONNABORTED: 'connection_aborted',
  EHOSTUNREACH: 'host_unreachable',
  EHOSTDOWN: 'host_down',
  ENONET: 'host_unreachable',
  ENETUNREACH: 'network_unreachable',
  ENETDOWN: 'network_down',
  EAFNOSUPPORT: 'family_unsupported',
  ETIMEDOUT: 'connection_timed_out',
  ECONNRESET: 'connection_reset',
  EMFILE: 'local_limit_reached',
  ENFILE: 'local_limit_reached',
  ENOBUFS: 'local_limit_reached',
  ENOMEM: 'local_limit_reached',
};

const openCodes: Readonly<Record<string, FailureCode>> = {
  ECONNRESET: 'connection_reset',
  EPIPE: 'connection_reset',
  ECONNABORTED: 'connection_reset',
  ETIMEDOUT: 'connection_timed_out',
  EHOSTUNREACH: 'host_unreachable',
  ENETUNREACH: 'network_unreachable',
};

/** glibc gives one code for several answers (facts: ENOTFOUND for NXDOMAIN and no data, EAI_AGAIN for SERVFAIL and silence). */
const lookupCodes: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'dns_nxdomain',
  ENODATA: 'dns_no_data',
  EAI_NODATA: 'dns_no_data',
  EAI_AGAIN: 'dns_failed',
  EAI_FAIL: 'dns_servfail',
};

const answerCodes: Readonly<Record<string, AnswerKind>> = {
  ENOTFOUND: 'nxdomain',
  ENODATA: 'no_data',
  ESERVFAIL: 'servfail',
  EREFUSED: 'refused',
  // The resolver's own port refused the question: nothing listens there.
  ECONNREFUSED: 'refused',
  ETIMEOUT: 'timed_out',
};

const handshakeCodes: readonly { readonly pattern: RegExp; readonly code: FailureCode }[] = [
  { pattern: /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE/u, code: 'tls_plain_text_answered' },
  { pattern: /CERTIFICATE_REQUIRED/u, code: 'tls_client_certificate_required' },
  {
    pattern:
      /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS|HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|NO_APPLICATION_PROTOCOL|DH_KEY_TOO_SMALL/u,
    code: 'tls_no_common_protocol',
  },
];

const verificationCodes: Readonly<Record<string, FailureCode>> = {
  CERT_HAS_EXPIRED: 'tls_expired',
  CERT_NOT_YET_VALID: 'tls_not_yet_valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_unknown_authority',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_unknown_authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_unknown_authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_unknown_authority',
  CERT_UNTRUSTED: 'tls_unknown_authority',
};
