import type { FailureCode } from '../../../shared/check/failure.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';
import { faults, type Fault } from '../faults.ts';
import { addresses, routerLinkLocal } from '../topology.ts';
import { SOON_MS, type Case } from './case.ts';

const meanings: Readonly<Record<string, { readonly outcome: Outcome; readonly code: FailureCode }>> = {
  ECONNREFUSED: { outcome: 'refused', code: 'connection_refused' },
  ENOPROTOOPT: { outcome: 'refused', code: 'protocol_unreachable' },
  EHOSTUNREACH: { outcome: 'no_route', code: 'host_unreachable' },
  ENETUNREACH: { outcome: 'network_unreachable', code: 'network_unreachable' },
  EACCES: { outcome: 'blocked_locally', code: 'permission_denied' },
  EINVAL: { outcome: 'blocked_locally', code: 'route_discards' },
};

/** Seconds a case that nobody answers is tried for. */
const patienceSeconds = 2;

function caseOf({ name, address, port, systemCode, notBeforeMs }: Fault): Case {
  const place = { name, host: address, port };
  const meaning = meanings[systemCode ?? ''];
  // An address just found to be nobody's is remembered for a moment, so another case may have done the waiting.
  if (meaning !== undefined) return { ...place, ...meaning, systemCode, withinMs: notBeforeMs + SOON_MS };
  return {
    ...place,
    options: ['--timeout', String(patienceSeconds)],
    ncOptions: ['-w', String(patienceSeconds)],
    outcome: 'timed_out',
    code: 'connection_timed_out',
    systemCode: null,
    notBeforeMs: patienceSeconds * 1_000 - 50,
    withinMs: patienceSeconds * 1_000 + SOON_MS,
  };
}

/** Every way a connection can fail. */
export const faultCases: readonly Case[] = [
  ...faults.map(caseOf),
  {
    name: 'a source address this computer does not have',
    host: addresses.seed,
    port: 21,
    options: ['--source', addresses.seed],
    ncOptions: ['-s', addresses.seed],
    outcome: 'blocked_locally',
    code: 'source_address_unavailable',
    systemCode: 'EADDRNOTAVAIL',
    withinMs: SOON_MS,
  },
  {
    name: 'an address that is one only together with an interface',
    host: `${routerLinkLocal}%eth0`,
    port: 80,
    outcome: 'refused',
    code: 'connection_refused',
    systemCode: 'ECONNREFUSED',
    withinMs: SOON_MS,
  },
];
