import { advise, ask, defineTree } from '../tree.ts';

/** Nobody could say whether the name has an address. */
export const nameLookupFailed = defineTree({
  root: 'all_names_fail',
  nodes: {
    all_names_fail: ask('all_names_fail', { yes: 'way_out', no: 'other_servers_one' }),
    other_servers_one: ask('other_servers', {
      found_now: 'name_resolves_now',
      others_know: 'resolver_differs',
      nobody_knows: 'spelling',
      others_fail: 'domain_broken',
      no_answer: 'domain_broken',
      unknown: 'domain_broken',
    }),
    spelling: ask('spelling', { right: 'domain_broken', wrong: 'misspelt' }),
    way_out: ask('way_out', { works: 'other_servers_all', fails: 'no_network_for_names', unknown: 'other_servers_all' }),
    other_servers_all: ask('other_servers', {
      found_now: 'name_resolves_now',
      others_know: 'wrong_resolver',
      nobody_knows: 'wrong_resolver',
      others_fail: 'wrong_resolver',
      no_answer: 'port_53_blocked',
      unknown: 'resolver_down',
    }),

    name_resolves_now: advise('name_resolves_now'),
    resolver_differs: advise('resolver_differs'),
    domain_broken: advise('domain_broken'),
    misspelt: advise('misspelt'),
    no_network_for_names: advise('no_network_for_names'),
    wrong_resolver: advise('wrong_resolver'),
    port_53_blocked: advise('port_53_blocked'),
    resolver_down: advise('resolver_down'),
  },
  causes: {
    resolver_down: 2,
    wrong_resolver: 1,
    port_53_blocked: 0.5,
    no_network_for_names: 0.5,
    domain_broken: 0.5,
    signature_broken: 0,
    resolver_differs: -2,
    misspelt: -3,
  },
});
