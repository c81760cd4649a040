import { failedWith, fromHostsFile } from '../signs/check-signs.ts';
import { told } from '../signs/fact-signs.ts';
import { elsewhereMet, sameAddresses, workedBefore } from '../signs/history-signs.ts';
import { gatewayMissing, noDefaultRoute } from '../signs/local-signs.ts';
import { wayOutFails, wayOutWorks } from '../signs/measured-signs.ts';
import {
  controlFailed,
  controlResolved,
  internalSuffix,
  noServerAnswers,
  nobodyKnows,
  otherRecords,
  othersFailToo,
  othersKnow,
  resolvedBefore,
  resolverSaid,
  singleLabel,
  systemKnowsNow,
} from '../signs/name-signs.ts';
import { namesFailSometimes, slowStage } from '../signs/pattern-signs.ts';
import { SHOWS, sign } from '../signs/sign.ts';
import { cause } from './cause.ts';

const spellings = ['spelling_right', 'spelling_wrong'] as const;

/** Why a name does not become an address. */
export const nameCauses = {
  misspelt: cause(
    ['check_spelling', 'check_again'],
    sign(SHOWS, told(spellings, 'spelling_wrong')),
    sign(-8, told(spellings, 'spelling_right')),
    sign(-6, resolvedBefore),
    sign(1, nobodyKnows),
    sign(-7, othersKnow),
    sign(-7, systemKnowsNow),
    sign(-7, elsewhereMet('succeeded')),
    sign(-5, failedWith('dns_no_data')),
    sign(-3, singleLabel),
    sign(-3, controlFailed),
  ),
  record_missing: cause(
    ['look_up_at', 'add_record', 'check_again'],
    sign(3, nobodyKnows),
    sign(2, told(spellings, 'spelling_right')),
    sign(1, resolvedBefore),
    sign(-7, othersKnow),
    sign(-5, systemKnowsNow),
    sign(-3, failedWith('dns_no_data')),
    sign(-2, singleLabel),
    sign(-3, controlFailed),
    sign(-5, elsewhereMet('succeeded')),
  ),
  no_address_record: cause(
    ['look_up_at', 'add_record', 'check_spelling', 'check_again'],
    sign(6, failedWith('dns_no_data')),
    sign(2, otherRecords),
    sign(-4, failedWith('dns_nxdomain')),
    sign(-5, othersKnow),
  ),
  internal_name: cause(
    ['connect_vpn', 'see_resolver_here', 'look_up_there', 'check_again'],
    sign(4, internalSuffix),
    sign(1, singleLabel),
    sign(1.5, resolvedBefore),
    sign(1, nobodyKnows),
    sign(-3, othersKnow),
    sign(2.5, elsewhereMet('succeeded')),
  ),
  search_suffix_missing: cause(['use_full_name', 'see_resolver_here', 'check_again'], sign(5, singleLabel), sign(1, resolvedBefore)),
  resolver_differs: cause(
    ['see_resolver_here', 'look_up_at', 'use_resolver', 'flush_names', 'check_again'],
    sign(7, othersKnow),
    sign(-5, nobodyKnows),
    sign(2, elsewhereMet('succeeded')),
    sign(-2, internalSuffix),
  ),
  stale_answer: cause(['flush_names', 'check_again', 'wait'], sign(7, systemKnowsNow), sign(2, othersKnow), sign(-3, nobodyKnows)),
  hosts_file_entry: cause(['see_hosts_file_here', 'look_up_at', 'check_again'], sign(6, fromHostsFile), sign(-5, sameAddresses)),
  other_family_only: cause(['use_ipv4', 'add_record', 'check_again'], sign(SHOWS, failedWith('no_address_of_family'))),

  resolver_down: cause(
    ['see_resolver_here', 'look_up_at', 'use_resolver', 'check_again'],
    sign(3, resolverSaid('timed_out')),
    sign(2, resolverSaid('failed')),
    sign(1.5, controlFailed),
    sign(-3, controlResolved),
    sign(3, othersKnow),
    sign(-1, noServerAnswers),
    sign(2, failedWith('dns_servfail')),
    sign(1, failedWith('dns_refused')),
    sign(-4, wayOutFails),
    sign(3, namesFailSometimes),
  ),
  wrong_resolver: cause(
    ['see_resolver_here', 'use_resolver', 'check_again'],
    sign(4, resolverSaid('refused')),
    sign(3, failedWith('dns_refused')),
    sign(2, othersKnow),
    sign(1, controlFailed),
    sign(-2, failedWith('dns_servfail')),
    sign(-3, controlResolved),
    sign(-4, wayOutFails),
  ),
  port_53_blocked: cause(
    ['look_up_at', 'see_outgoing_rules', 'ask_network_owner'],
    sign(1, resolverSaid('timed_out')),
    sign(3, noServerAnswers),
    sign(3, wayOutWorks),
    sign(-5, othersKnow),
    sign(-4, controlResolved),
    sign(-4, resolverSaid('refused', 'servfail')),
    sign(-4, wayOutFails),
  ),
  no_network_for_names: cause(
    ['see_links_here', 'see_route_here', 'mend_default_route', 'check_again'],
    sign(6, wayOutFails),
    sign(4, gatewayMissing),
    sign(5, noDefaultRoute),
    sign(-7, wayOutWorks),
    sign(-6, controlResolved),
    sign(1, controlFailed),
    sign(1, noServerAnswers),
    sign(-5, othersKnow),
    sign(-3, resolverSaid('refused', 'servfail')),
  ),
  domain_broken: cause(
    ['look_up_at', 'look_up_unchecked', 'ask_domain_owner', 'check_again'],
    sign(2, resolverSaid('servfail')),
    sign(3, controlResolved),
    sign(4, othersFailToo),
    sign(-3, othersKnow),
    sign(-4, controlFailed),
    sign(0.5, workedBefore),
  ),
  signature_broken: cause(
    ['look_up_unchecked', 'ask_domain_owner', 'check_again'],
    sign(2, resolverSaid('servfail')),
    sign(3, controlResolved),
    sign(3, othersFailToo),
    sign(-4, controlFailed),
    sign(0.5, othersKnow),
  ),
  slow_resolver: cause(
    ['see_resolver_here', 'look_up_at', 'use_resolver', 'check_again'],
    sign(6, slowStage('resolve')),
    sign(2, namesFailSometimes),
  ),
} as const;
