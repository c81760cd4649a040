import { expect, test } from 'vitest';

import {
  classifyAnswer,
  classifyConnect,
  classifyHandshake,
  classifyLookup,
  classifyRequest,
  classifyVerification,
} from '../../../electron/probes/classify.ts';

/** An error as the system would raise it. */
function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 203.0.113.96:80`), { code });
}

test.each([
  ['ECONNREFUSED', 'connection_refused'],
  ['ENOPROTOOPT', 'protocol_unreachable'],
  ['EACCES', 'permission_denied'],
  ['EPERM', 'not_permitted'],
  ['EINVAL', 'route_discards'],
  ['EADDRNOTAVAIL', 'source_address_unavailable'],
  ['EADDRINUSE', 'source_address_in_use'],
  ['EHOSTUNREACH', 'host_unreachable'],
  ['EHOSTDOWN', 'host_down'],
  ['ENETUNREACH', 'network_unreachable'],
  ['ENETDOWN', 'network_down'],
  ['EAFNOSUPPORT', 'family_unsupported'],
  ['ETIMEDOUT', 'connection_timed_out'],
  ['ECONNRESET', 'connection_reset'],
  ['EMFILE', 'local_limit_reached'],
  ['ESOMETHINGNEW', 'unknown'],
])('a connect that fails with %s is %s and keeps the system’s words', (systemCode, code) => {
  expect(classifyConnect(systemError(systemCode))).toEqual({ code, systemCode, detail: `connect ${systemCode} 203.0.113.96:80` });
});

test.each([
  ['ENOTFOUND', 'dns_nxdomain'],
  ['EAI_AGAIN', 'dns_failed'],
  ['EAI_FAIL', 'dns_servfail'],
  ['EAI_NODATA', 'dns_no_data'],
])('a lookup that fails with %s is %s until the resolver is asked directly', (systemCode, code) => {
  expect(classifyLookup(systemError(systemCode)).code).toBe(code);
});

test.each([
  ['ENOTFOUND', 'nxdomain'],
  ['ENODATA', 'no_data'],
  ['ESERVFAIL', 'servfail'],
  ['EREFUSED', 'refused'],
  ['ECONNREFUSED', 'refused'],
  ['ETIMEOUT', 'timed_out'],
  ['EBADRESP', 'failed'],
])('a direct answer %s means %s', (systemCode, kind) => {
  expect(classifyAnswer(systemError(systemCode))).toEqual({ kind, systemCode });
});

test.each([
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_plain_text_answered'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls_plain_text_answered'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls_no_common_protocol'],
  ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'tls_no_common_protocol'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls_no_common_protocol'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls_client_certificate_required'],
  ['ECONNRESET', 'tls_closed'],
  ['ERR_SSL_SOMETHING_ELSE', 'tls_failed'],
])('a handshake that fails with %s is %s', (systemCode, code) => {
  expect(classifyHandshake(systemError(systemCode)).code).toBe(code);
});

test('what verification says of a chain is named, and an unknown verdict is still no trust', () => {
  expect(classifyVerification('CERT_HAS_EXPIRED')).toBe('tls_expired');
  expect(classifyVerification('DEPTH_ZERO_SELF_SIGNED_CERT')).toBe('tls_self_signed');
  expect(classifyVerification('UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toBe('tls_unknown_authority');
  expect(classifyVerification('CERT_REVOKED')).toBe('tls_not_trusted');
});

test('a reply that is not HTTP is told from a broken connection', () => {
  expect(classifyRequest(systemError('HPE_INVALID_CONSTANT')).code).toBe('reply_unreadable');
  expect(classifyRequest(systemError('EPIPE')).code).toBe('connection_reset');
});

test('something that is no system error is unknown and never thrown', () => {
  expect(classifyConnect('boom')).toEqual({ code: 'unknown', systemCode: null, detail: null });
});
