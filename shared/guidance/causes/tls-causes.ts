import { both, failedWith } from '../signs/check-signs.ts';
import { logSays } from '../signs/fact-signs.ts';
import { addressesChanged, elsewhereMet, sameElsewhere, workedBefore } from '../signs/history-signs.ts';
import { internalSuffix } from '../signs/name-signs.ts';
import { SHOWS, sign } from '../signs/sign.ts';
import {
  certificateBegins,
  certificateEnded,
  certificateNames,
  chainHasOne,
  expectsTls,
  issuerChanged,
  issuerIsInspector,
  namesAreRelated,
  plainTextCame,
  publicAuthority,
  sameCertificate,
} from '../signs/tls-signs.ts';
import { cause } from './cause.ts';

/** Why no safe connection is agreed. */
export const tlsCauses = {
  certificate_ended: cause(
    ['see_certificate', 'renew_certificate', 'check_again'],
    sign(7, certificateEnded),
    sign(3, failedWith('tls_expired')),
    sign(1, sameElsewhere),
    sign(-3, elsewhereMet('succeeded')),
  ),
  clock_wrong: cause(
    ['see_clock_here', 'see_server_clock', 'check_again'],
    sign(5, certificateBegins),
    sign(2, failedWith('tls_not_yet_valid')),
    sign(1, both(certificateEnded, failedWith('tls_expired'))),
    sign(3, both(elsewhereMet('succeeded'), failedWith('tls_expired', 'tls_not_yet_valid'))),
  ),
  certificate_made_too_early: cause(['see_certificate', 'renew_certificate', 'wait'], sign(4, certificateBegins), sign(1, sameElsewhere)),
  wrong_server_answers: cause(
    ['see_certificate', 'look_up_here', 'check_address', 'check_again'],
    sign(4, failedWith('tls_wrong_name')),
    sign(1, certificateNames),
    sign(-2, namesAreRelated),
    sign(3, both(addressesChanged, failedWith('tls_wrong_name'))),
    sign(-1, sameCertificate),
  ),
  name_missing_in_certificate: cause(
    ['see_certificate', 'use_certificate_name', 'add_name_to_certificate', 'check_again'],
    sign(4, failedWith('tls_wrong_name')),
    sign(2.5, namesAreRelated),
    sign(1, sameElsewhere),
  ),
  self_signed: cause(
    ['see_certificate', 'trust_authority', 'renew_certificate', 'check_again'],
    sign(7, failedWith('tls_self_signed')),
    sign(-4, issuerIsInspector),
    sign(-2, publicAuthority),
  ),
  chain_incomplete: cause(
    ['see_certificate', 'send_chain', 'check_again'],
    sign(3, both(chainHasOne, failedWith('tls_unknown_authority', 'tls_not_trusted'))),
    sign(3, both(publicAuthority, failedWith('tls_unknown_authority', 'tls_not_trusted'))),
    sign(1.5, failedWith('tls_unknown_authority')),
    sign(-5, issuerIsInspector),
    sign(-5, failedWith('tls_self_signed')),
    sign(0.5, workedBefore),
  ),
  private_authority: cause(
    ['see_certificate', 'trust_authority', 'check_again'],
    sign(3, failedWith('tls_unknown_authority')),
    sign(2, failedWith('tls_not_trusted')),
    sign(-5, publicAuthority),
    sign(1.5, internalSuffix),
    sign(-3, issuerIsInspector),
    sign(1, elsewhereMet('succeeded')),
  ),
  inspection: cause(
    ['see_certificate', 'see_proxy_here', 'test_there', 'trust_authority'],
    sign(SHOWS, issuerIsInspector),
    sign(3, issuerChanged),
    sign(1, failedWith('tls_unknown_authority')),
    sign(0.5, failedWith('tls_self_signed', 'tls_not_trusted')),
    sign(3, elsewhereMet('succeeded')),
    sign(-3, publicAuthority),
    sign(-3, sameCertificate),
  ),
  plain_text_service: cause(
    ['use_plain', 'try_start_tls', 'check_port', 'check_again'],
    sign(7, plainTextCame),
    sign(2, failedWith('tls_timed_out')),
    sign(2, failedWith('tls_closed')),
    sign(-4, workedBefore),
  ),
  old_tls: cause(
    ['see_certificate', 'update_tls', 'check_again'],
    sign(7, failedWith('tls_no_common_protocol')),
    sign(1, failedWith('tls_failed')),
  ),
  client_certificate_needed: cause(['give_certificate', 'check_again'], sign(SHOWS, failedWith('tls_client_certificate_required'))),
  name_not_served: cause(
    ['see_certificate', 'check_address', 'see_log'],
    sign(3, failedWith('tls_closed')),
    sign(1, failedWith('tls_failed')),
    sign(1, logSays('configuration_error')),
  ),
  tls_expected: cause(
    ['use_tls', 'check_again'],
    sign(6, expectsTls),
    sign(-5, failedWith('service_rejected')),
    sign(2.5, failedWith('reply_unreadable')),
    sign(0.5, failedWith('connection_closed')),
  ),
} as const;
