import { test } from '../inquiry.ts';
import { closedAfterPause, greetingSays } from '../signs/access-signs.ts';
import {
  both,
  failedWith,
  fromHostsFile,
  hereIs,
  isIpv4,
  isIpv6,
  isUdp,
  oneAddressFails,
  sameNetwork,
  scopeInAddress,
} from '../signs/check-signs.ts';
import { addressesChanged, elsewhereMet, manyBefore, sameAddresses } from '../signs/history-signs.ts';
import { logSays } from '../signs/fact-signs.ts';
import { httpRedirect, httpRedirectsAway, httpStatus, httpStatusWhere, httpWasPlain } from '../signs/http-signs.ts';
import { controlFailed, controlResolved, singleLabel } from '../signs/name-signs.ts';
import { addressFailsMore, cameBack, counted, namesFailSometimes, slowStage } from '../signs/pattern-signs.ts';
import {
  certificateBegins,
  certificateEnded,
  certificateIssuer,
  certificateNames,
  chainHasOne,
  expectsTls,
  issuerChanged,
  issuerIsInspector,
  namesAreRelated,
  plainTextCame,
} from '../signs/tls-signs.ts';

/** What a check or earlier checks answer by themselves: yes or no, never asked. */
export const testInquiries = {
  // How it failed.
  met_itself: test('met_itself', [failedWith('connected_to_itself')]),
  says_protocol: test('says_protocol', [failedWith('protocol_unreachable')]),
  over_udp: test('over_udp', [isUdp]),
  interface_down: test('interface_down', [failedWith('network_down')]),
  needs_ipv6: test('needs_ipv6', [failedWith('family_unsupported'), both(isIpv6, failedWith('network_unreachable'))], [isIpv4]),
  mac_and_neighbour: test('mac_and_neighbour', [both(hereIs('macos'), both(sameNetwork, failedWith('host_unreachable')))]),
  source_missing: test('source_missing', [failedWith('source_address_unavailable')]),
  ports_used_up: test('ports_used_up', [failedWith('source_address_in_use')]),
  gave_up_here: test('gave_up_here', [failedWith('connection_aborted')]),
  names_an_interface: test('names_an_interface', [
    both(scopeInAddress, failedWith('route_discards', 'host_unreachable', 'network_unreachable')),
  ]),
  forbidden_over_ipv6: test('forbidden_over_ipv6', [both(isIpv6, failedWith('permission_denied', 'not_permitted'))], [isIpv4]),
  too_many_here: test('too_many_here', [failedWith('local_limit_reached')]),
  unreadable: test('unreadable', [failedWith('reply_unreadable')]),
  was_cancelled: test('was_cancelled', [failedWith('cancelled', 'interrupted_by_sleep')]),

  // What earlier checks and other places say.
  address_moved: test('address_moved', [addressesChanged], [sameAddresses]),
  connects_elsewhere: test(
    'connects_elsewhere',
    [elsewhereMet('succeeded', 'tls_failed', 'rejected_by_service', 'closed_early', 'no_answer')],
    [elsewhereMet('refused', 'timed_out', 'no_route', 'network_unreachable')],
  ),
  works_elsewhere: test('works_elsewhere', [elsewhereMet('succeeded')]),
  name_fails_there: test('name_fails_there', [elsewhereMet('name_not_known', 'name_lookup_failed')]),
  refused_there: test('refused_there', [elsewhereMet('refused', 'blocked_locally')]),
  silent_there: test('silent_there', [elsewhereMet('timed_out', 'no_route', 'network_unreachable', 'no_answer')]),
  turned_away_there: test('turned_away_there', [elsewhereMet('closed_early', 'rejected_by_service')]),
  tls_fails_there: test('tls_fails_there', [elsewhereMet('tls_failed')]),
  came_back: test('came_back', [cameBack]),
  tried_often: test('tried_often', [manyBefore]),

  // What the greeting says.
  says_too_many: test('says_too_many', [greetingSays('too_many')]),
  says_not_allowed: test('says_not_allowed', [greetingSays('not_allowed')]),
  paused_then_closed: test('paused_then_closed', [closedAfterPause]),
  wants_tls: test('wants_tls', [expectsTls]),

  // Names.
  other_family_only: test('other_family_only', [failedWith('no_address_of_family')]),
  all_names_fail: test('all_names_fail', [controlFailed], [controlResolved]),
  name_without_address: test('name_without_address', [failedWith('dns_no_data')]),
  one_word: test('one_word', [singleLabel]),
  hosts_file_decides: test('hosts_file_decides', [fromHostsFile]),

  // TLS.
  certificate_over: test('certificate_over', [certificateEnded]),
  certificate_too_new: test('certificate_too_new', [certificateBegins]),
  wrong_name: test('wrong_name', [certificateNames, failedWith('tls_wrong_name')]),
  same_domain: test('same_domain', [namesAreRelated]),
  signed_by_itself: test('signed_by_itself', [failedWith('tls_self_signed')]),
  inspected: test('inspected', [
    issuerIsInspector,
    both(issuerChanged, failedWith('tls_unknown_authority', 'tls_not_trusted', 'tls_self_signed')),
  ]),
  chain_short: test('chain_short', [both(chainHasOne, failedWith('tls_unknown_authority', 'tls_not_trusted'))]),
  authority_unknown: test('authority_unknown', [both(certificateIssuer, failedWith('tls_unknown_authority', 'tls_not_trusted'))]),
  plain_text: test('plain_text', [plainTextCame]),
  no_common_tls: test('no_common_tls', [failedWith('tls_no_common_protocol')]),
  asks_certificate: test('asks_certificate', [failedWith('tls_client_certificate_required')]),
  handshake_ended: test('handshake_ended', [failedWith('tls_closed', 'tls_failed')]),

  // HTTP.
  http_gateway: test('http_gateway', [httpStatus(502, 504)]),
  http_unavailable: test('http_unavailable', [httpStatus(503)]),
  http_own_fault: test('http_own_fault', [httpStatusWhere((status) => status >= 500)]),
  http_login: test('http_login', [httpStatus(401, 407)]),
  http_forbidden: test('http_forbidden', [httpStatus(403, 451)]),
  http_missing: test('http_missing', [httpStatus(404, 410)]),
  http_too_many: test('http_too_many', [httpStatus(429)]),
  http_wants_tls: test('http_wants_tls', [httpStatus(426), both(httpStatus(400), httpWasPlain)]),
  http_wrong_site: test('http_wrong_site', [httpStatus(421, 400)]),
  http_network_login: test('http_network_login', [httpStatus(511)]),
  http_sends_away: test('http_sends_away', [httpRedirectsAway]),
  http_points_on: test('http_points_on', [httpRedirect]),

  // Patterns in the history.
  one_address: test('one_address', [addressFailsMore, oneAddressFails]),
  names_unsteady: test('names_unsteady', [namesFailSometimes]),
  turned_away_at_times: test('turned_away_at_times', [counted('closed_early', 'rejected_by_service')]),
  refused_at_times: test('refused_at_times', [counted('refused')]),
  log_of_too_much: test('log_of_too_much', [logSays('out_of_resources')]),
  silent_at_times: test('silent_at_times', [counted('timed_out', 'no_answer')]),
  resolving_slow: test('resolving_slow', [slowStage('resolve')]),
  connecting_slow: test('connecting_slow', [slowStage('connect')]),
  handshake_slow: test('handshake_slow', [slowStage('handshake')]),
  greeting_slow: test('greeting_slow', [slowStage('greeting')]),
  answer_slow: test('answer_slow', [slowStage('request')]),
} as const;
