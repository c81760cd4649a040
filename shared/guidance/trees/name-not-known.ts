import { advise, ask, defineTree } from '../tree.ts';

/** The resolver answered: it knows no such name, or no address for it. */
export const nameNotKnown = defineTree({
  root: 'other_family_only',
  nodes: {
    other_family_only: ask('other_family_only', { yes: 'other_family', no: 'all_names_fail' }),
    all_names_fail: ask('all_names_fail', { yes: 'resolver_down', no: 'other_servers' }),
    other_servers: ask('other_servers', {
      found_now: 'stale_answer',
      others_know: 'resolver_differs',
      nobody_knows: 'name_without_address',
      others_fail: 'name_without_address',
      no_answer: 'name_without_address',
      unknown: 'name_without_address',
    }),
    name_without_address: ask('name_without_address', { yes: 'no_address_record', no: 'one_word' }),
    one_word: ask('one_word', { yes: 'search_suffix_missing', no: 'spelling' }),
    spelling: ask('spelling', { right: 'works_elsewhere', wrong: 'misspelt' }),
    works_elsewhere: ask('works_elsewhere', { yes: 'internal_name', no: 'record_missing' }),

    other_family: advise('other_family_only'),
    resolver_down: advise('resolver_down'),
    stale_answer: advise('stale_answer'),
    resolver_differs: advise('resolver_differs'),
    no_address_record: advise('no_address_record'),
    search_suffix_missing: advise('search_suffix_missing'),
    misspelt: advise('misspelt'),
    internal_name: advise('internal_name'),
    record_missing: advise('record_missing'),
  },
  causes: {
    misspelt: 2,
    record_missing: 1.5,
    internal_name: 1,
    resolver_differs: 0.5,
    search_suffix_missing: -1,
    no_address_record: 0,
    stale_answer: -0.5,
    other_family_only: -1,
    resolver_down: -2,
    port_53_blocked: -4,
  },
});
