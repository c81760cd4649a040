import type { nameCauses } from '../../guidance/causes/name-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: names. */
export const englishNameCauses: CauseWordsOf<typeof nameCauses> = {
  misspelt: cause(
    'The name is misspelt',
    ({ host }) => `${host} is not the name that is meant.`,
    'A typing mistake is the commonest reason.',
  ),
  record_missing: cause(
    'The name has no record',
    ({ host }) => `Nobody has entered ${host} in DNS, or somebody removed it.`,
    'A record may be missing, removed, or not there yet.',
  ),
  no_address_record: cause(
    'The name has no address',
    ({ host }) => `${host} is known, and has no address.`,
    'A name may exist for mail or others only.',
  ),
  internal_name: cause(
    'Only another network knows the name',
    ({ host }) => `${host} is known in another network, such as a company’s or a VPN’s.`,
    'Inner names are answered inside only.',
  ),
  search_suffix_missing: cause(
    'The domain is missing from the name',
    ({ host }) => `${host} is only part of a name: this network adds no domain that fits.`,
    'Short names work where a network adds the rest.',
  ),
  resolver_differs: cause(
    'This computer’s DNS server gives another answer',
    ({ host }) => `Other DNS servers know ${host}; the one this computer asks does not.`,
    'DNS servers may filter, be out of date, or know another part of the world.',
  ),
  stale_answer: cause(
    'An old answer is remembered',
    () => 'An old “no” is still remembered, though the name is there now.',
    'A “no” is remembered for minutes or hours.',
  ),
  hosts_file_entry: cause(
    'The hosts file decides',
    () => 'A line of this computer’s hosts file gives the address.',
    'The hosts file outweighs DNS.',
  ),
  other_family_only: cause(
    'It has addresses of the other IP version only',
    ({ host }) => `${host} has no address of the IP version that was asked for.`,
    'Many names have one IP version only.',
  ),
  resolver_down: cause(
    'The DNS server is down or failing',
    () => 'The DNS server of this computer does not answer as it should.',
    'When a DNS server is down, no name works.',
  ),
  wrong_resolver: cause(
    'This computer asks the wrong DNS server',
    () => 'The DNS server that this computer is set to does not serve it.',
    'After a move or with a VPN, old DNS servers stay in the settings.',
  ),
  port_53_blocked: cause(
    'Questions to DNS servers are blocked',
    () => 'Questions to DNS servers do not get out of this network.',
    'Networks may let only their own DNS server ask.',
  ),
  no_network_for_names: cause(
    'This computer has no network',
    () => 'This computer reaches nothing outside, so no name can be looked up.',
    'Without a network no name can be looked up.',
  ),
  domain_broken: cause(
    'The servers of that domain fail',
    () => 'The name servers of that domain do not answer properly.',
    'A domain is only as good as its own name servers.',
  ),
  signature_broken: cause(
    'The signatures of that domain are broken',
    () => 'The answers of that domain are signed, and the signatures do not fit.',
    'With DNSSEC a wrong signature makes a name disappear.',
  ),
  slow_resolver: cause(
    'The DNS server is slow',
    () => 'The name lookup takes most of the time.',
    'A DNS server that is down costs seconds before the next is asked.',
  ),
};
