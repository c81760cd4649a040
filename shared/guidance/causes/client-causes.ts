import { failedWith, serviceAnswered } from '../signs/check-signs.ts';
import { told } from '../signs/fact-signs.ts';
import { elsewhereMet, sameElsewhere, workedBefore } from '../signs/history-signs.ts';
import { proxySet } from '../signs/local-signs.ts';
import { pathReached, pingComplete } from '../signs/measured-signs.ts';
import { addressFailsMore, cameBack, flips, namesFailSometimes } from '../signs/pattern-signs.ts';
import { SHOWS, sign } from '../signs/sign.ts';
import { cause } from './cause.ts';

const clients = ['client_same', 'client_other_place', 'client_other_security'] as const;

/** What may be wrong where it fails, when it works from here; and nothing. */
export const clientCauses = {
  client_configuration: cause(
    ['correct_client', 'test_there'],
    sign(SHOWS, told(clients, 'client_other_place')),
    sign(SHOWS, told(clients, 'client_other_security')),
    sign(-6, told(clients, 'client_same')),
    sign(1, elsewhereMet('refused', 'tls_failed')),
    sign(-2, elsewhereMet('timed_out', 'name_not_known', 'name_lookup_failed')),
    sign(1, serviceAnswered),
    sign(2, elsewhereMet('succeeded')),
  ),
  client_resolver: cause(
    ['look_up_there', 'test_there'],
    sign(8, elsewhereMet('name_not_known', 'name_lookup_failed')),
    sign(-3, elsewhereMet('refused', 'timed_out')),
  ),
  client_path: cause(
    ['trace_there', 'test_there', 'ask_network_owner'],
    sign(5, elsewhereMet('timed_out', 'no_route', 'network_unreachable')),
    sign(-3, elsewhereMet('refused', 'succeeded')),
  ),
  client_filter: cause(
    ['see_proxy_there', 'test_there'],
    sign(6, elsewhereMet('blocked_locally')),
    sign(3.5, elsewhereMet('timed_out', 'closed_early', 'tls_failed')),
    sign(3, elsewhereMet('refused')),
    sign(1, proxySet),
    sign(-3, elsewhereMet('succeeded')),
  ),
  client_not_allowed: cause(
    ['see_log', 'see_wrappers', 'see_ban', 'see_firewall', 'allow_address'],
    sign(6, elsewhereMet('closed_early', 'rejected_by_service')),
    sign(3, elsewhereMet('timed_out', 'refused')),
    sign(-3, elsewhereMet('succeeded', 'name_not_known', 'name_lookup_failed')),
  ),
  already_mended: cause(['test_there', 'watch'], sign(5, cameBack), sign(-2, flips)),
  fails_at_times: cause(['watch', 'test_there'], sign(4, flips), sign(1, cameBack)),
  nothing_wrong: cause(
    ['test_there', 'ping_host', 'trace_path'],
    sign(1, serviceAnswered),
    sign(1, pingComplete),
    sign(1, pathReached),
    sign(1, workedBefore),
    sign(2, elsewhereMet('succeeded')),
    sign(-3, elsewhereMet('refused', 'timed_out', 'closed_early', 'name_not_known', 'name_lookup_failed', 'tls_failed')),
  ),
  one_of_several_fails: cause(['check_address', 'look_up_here', 'ask_domain_owner', 'watch'], sign(7, addressFailsMore), sign(1, flips)),
  resolver_unsteady: cause(['see_resolver_here', 'look_up_at', 'use_resolver', 'watch'], sign(7, namesFailSometimes)),
  unnamed_fault: cause(['check_again', 'test_there', 'see_outgoing_rules'], sign(2, failedWith('unknown')), sign(1, sameElsewhere)),
  not_finished: cause(['check_again'], sign(SHOWS, failedWith('cancelled', 'interrupted_by_sleep'))),
} as const;
