import type { Evidence } from '../evidence.ts';
import { measure } from '../inquiry.ts';
import { targetAddress } from '../reading/target-address.ts';
import { either, targetIsHere, unless } from '../signs/check-signs.ts';
import { otherPortConnects, otherPortRefuses, otherPortSilent, otherPortUnreachable } from '../signs/history-signs.ts';
import {
  filtersOutgoing,
  gatewayMissing,
  neighbourMissing,
  neighbourThere,
  noFilterHere,
  routeHere,
  specificRouteHere,
  takenForNeighbour,
  throughTunnel,
} from '../signs/local-signs.ts';
import {
  nobodyAnswers,
  nobodyIsSilent,
  notMeasured,
  pathReached,
  pathSaid,
  pathSilent,
  pathStops,
  pingComplete,
  pingLost,
  pingReplied,
  pingSaid,
  pingSilent,
  wayOutFails,
  wayOutWorks,
} from '../signs/measured-signs.ts';
import { nobodyKnows, noServerAnswers, othersFailToo, othersKnow, systemKnowsNow } from '../signs/name-signs.ts';

/** What this computer can measure instead of asking. */
export const measuredInquiries = {
  host_up: measure({
    id: 'host_up',
    // This computer is up: it is asking.
    request: (evidence) =>
      targetIsHere(evidence) === null ? { kind: 'control', probe: 'other_port', host: evidence.check.target.host, port: null } : null,
    answers: {
      up: [otherPortConnects, otherPortRefuses],
      silent: [otherPortSilent],
      unreachable: [otherPortUnreachable],
      unknown: [notMeasured('control', 'other_port')],
    },
  }),

  way_out: measure({
    id: 'way_out',
    request: () => ({ kind: 'control', probe: 'known_good', host: null, port: null }),
    answers: { works: [wayOutWorks, otherPortConnects], fails: [wayOutFails], unknown: [notMeasured('control', 'known_good')] },
  }),

  answers_for_all: measure({
    id: 'answers_for_all',
    request: ({ check }) => ({ kind: 'control', probe: 'must_not_answer', host: null, port: check.target.port }),
    answers: {
      yes: [nobodyAnswers],
      no: [nobodyIsSilent],
      unknown: [notMeasured('control', 'must_not_answer')],
    },
  }),

  ping: measure({
    id: 'ping',
    request: (evidence) => withAddress(evidence, (address) => ({ kind: 'ping', address })),
    answers: { replies: [pingReplied], says_no: [pingSaid], silent: [pingSilent], unknown: [notMeasured('ping')] },
  }),

  losses: measure({
    id: 'losses',
    request: (evidence) => withAddress(evidence, (address) => ({ kind: 'ping', address })),
    answers: { lost: [pingLost], complete: [pingComplete], silent: [either(pingSilent, pingSaid)], unknown: [notMeasured('ping')] },
  }),

  path: measure({
    id: 'path',
    request: (evidence) => withAddress(evidence, (address) => ({ kind: 'traceroute', address, port: evidence.check.target.port })),
    answers: {
      reaches: [pathReached],
      says_no: [pathSaid],
      stops: [pathStops],
      silent: [pathSilent],
      unknown: [notMeasured('traceroute')],
    },
  }),

  other_servers: measure({
    id: 'other_servers',
    request: ({ check }) => ({ kind: 'dns', name: check.target.host }),
    answers: {
      found_now: [systemKnowsNow],
      others_know: [othersKnow],
      nobody_knows: [nobodyKnows],
      others_fail: [othersFailToo],
      no_answer: [noServerAnswers],
      unknown: [notMeasured('dns')],
    },
  }),

  route_here: measure({
    id: 'route_here',
    request: (evidence) => withAddress(evidence, (address) => ({ kind: 'local_route', address })),
    answers: {
      none: [routeHere('none')],
      stopped: [routeHere('unreachable', 'prohibit', 'blackhole')],
      nobody_there: [unless(neighbourMissing, takenForNeighbour)],
      gateway_missing: [unless(gatewayMissing, specificRouteHere)],
      tunnel: [throughTunnel],
      special: [specificRouteHere, takenForNeighbour],
      usual: [neighbourThere, routeHere('gateway', 'on_link', 'this_computer')],
      unknown: [notMeasured('local_route')],
    },
  }),

  filter_here: measure({
    id: 'filter_here',
    request: () => ({ kind: 'local_firewall' }),
    answers: { filters: [filtersOutgoing], none: [noFilterHere], unknown: [notMeasured('local_firewall')] },
  }),
} as const;

function withAddress<T>(evidence: Evidence, request: (address: string) => T): T | null {
  const address = targetAddress(evidence.check);
  return address === null ? null : request(address);
}
