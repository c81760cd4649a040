import * as v from 'valibot';

import type { Outcome } from './outcome.ts';
import { stageSchema } from './stage.ts';

/**
 * The outcome each failure code stands for: the one place where a cause becomes an outcome.
 *
 * Codes name what was observed, never a guess about who caused it: one errno has several authors (RFC 1812 section 5.2.7,
 * and a local REJECT rule also yields ECONNREFUSED).
 */
export const outcomeOfFailure = {
  dns_nxdomain: 'name_not_known',
  dns_no_data: 'name_not_known',
  dns_servfail: 'name_lookup_failed',
  dns_refused: 'name_lookup_failed',
  dns_timed_out: 'name_lookup_failed',
  dns_failed: 'name_lookup_failed',
  no_address_of_family: 'name_not_known',

  connection_refused: 'refused',
  protocol_unreachable: 'refused',
  permission_denied: 'blocked_locally',
  not_permitted: 'blocked_locally',
  route_discards: 'blocked_locally',
  source_address_unavailable: 'blocked_locally',
  source_address_in_use: 'blocked_locally',
  connection_aborted: 'blocked_locally',
  host_unreachable: 'no_route',
  host_down: 'no_route',
  network_unreachable: 'network_unreachable',
  network_down: 'network_unreachable',
  family_unsupported: 'network_unreachable',
  connection_timed_out: 'timed_out',
  local_limit_reached: 'failed',
  connected_to_itself: 'refused',

  tls_expired: 'tls_failed',
  tls_not_yet_valid: 'tls_failed',
  tls_wrong_name: 'tls_failed',
  tls_self_signed: 'tls_failed',
  tls_unknown_authority: 'tls_failed',
  tls_not_trusted: 'tls_failed',
  tls_plain_text_answered: 'tls_failed',
  tls_no_common_protocol: 'tls_failed',
  tls_client_certificate_required: 'tls_failed',
  tls_closed: 'tls_failed',
  tls_timed_out: 'tls_failed',
  tls_failed: 'tls_failed',

  service_rejected: 'rejected_by_service',
  connection_closed: 'closed_early',
  connection_reset: 'closed_early',
  no_greeting: 'no_answer',

  http_server_error: 'rejected_by_service',
  reply_unreadable: 'failed',
  no_reply: 'no_answer',
  udp_silence: 'no_answer',

  cancelled: 'cancelled',
  interrupted_by_sleep: 'cancelled',
  unknown: 'failed',
} as const satisfies Record<string, Outcome>;

/** The name of one cause of failure, for programs. */
export type FailureCode = keyof typeof outcomeOfFailure;

/** Every failure code. */
export const failureCodes = Object.keys(outcomeOfFailure).filter((code): code is FailureCode => code in outcomeOfFailure);

/** Why a check, or one address of it, did not succeed: facts only. */
export const failureSchema = v.strictObject({
  code: v.picklist(failureCodes),
  /** The stage that failed. */
  operation: stageSchema,
  /** The address it happened with, or null when no address was known. */
  address: v.nullable(v.string()),
  /** The code as the system spells it (ECONNREFUSED, EAI_AGAIN, ERR_SSL_WRONG_VERSION_NUMBER), or null. */
  systemCode: v.nullable(v.string()),
  /** From the start of the operation to its failure, in milliseconds. */
  elapsedMs: v.number(),
  /** The original text of the system or the visible text of the peer's words, or null. */
  detail: v.nullable(v.string()),
});

/** Why a check, or one address of it, did not succeed. */
export type Failure = v.InferOutput<typeof failureSchema>;
