import type { Outcome } from '../../check/outcome.ts';
import type { Evidence } from '../evidence.ts';
import type { ControlProbe, Finding } from '../measurement.ts';
import { measured, unavailable, type Measured } from '../reading/measured.ts';
import { sourceOfMeasurement } from '../reading/sources.ts';
import type { Reason } from '../reason.ts';
import type { See } from './sign.ts';

/** Losing this share of the packets is more than chance. */
const LOSS_SHARE = 0.1;

/** Ping came back, at least once. */
export const pingReplied: See = (evidence) =>
  see(evidence, 'ping', ({ receivedCount, sentCount, averageMs }) =>
    // Windows says 0 for less than 1 ms.
    receivedCount > 0 ? { kind: 'ping_replied', receivedCount, sentCount, averageMs: averageMs === 0 ? null : averageMs } : null,
  );

/** Ping brought nothing at all. */
export const pingSilent: See = (evidence) =>
  see(evidence, 'ping', ({ receivedCount, sentCount, said }) =>
    receivedCount === 0 && said === null ? { kind: 'ping_silent', sentCount } : null,
  );

/** Some of the packets were lost. */
export const pingLost: See = (evidence) =>
  see(evidence, 'ping', ({ receivedCount, sentCount }) =>
    receivedCount > 0 && receivedCount <= sentCount * (1 - LOSS_SHARE) ? { kind: 'ping_lost', receivedCount, sentCount } : null,
  );

/** Ping lost nothing. */
export const pingComplete: See = (evidence) => (pingLost(evidence) === null ? pingReplied(evidence) : null);

/** A router or host said no to ping. */
export const pingSaid: See = (evidence) =>
  see(evidence, 'ping', ({ said }) =>
    said === null || said.word === 'hop_limit_reached' ? null : { kind: 'icmp_said', ...said, hopLimit: null },
  );

/** A router or host said no to the packets of the trace. */
export const pathSaid: See = (evidence) => see(evidence, 'traceroute', saidOnTheWay);

/** A router or host said no instead of letting packets through. */
export const icmpSaid: See = (evidence) => pingSaid(evidence) ?? pathSaid(evidence);

function saidOnTheWay({ hops }: Extract<Finding, { kind: 'traceroute' }>): Unsourced | null {
  for (const { hopLimit, replies } of hops) {
    const no = replies.find((reply) => reply?.said != null && reply.said !== 'hop_limit_reached' && reply.said !== 'port_unreachable');
    if (no?.said != null) return { kind: 'icmp_said', word: no.said, from: no.address, hopLimit };
  }
  return null;
}

/** The trace reached the host. */
export const pathReached: See = (evidence) =>
  see(evidence, 'traceroute', ({ isReached, hops }) => (isReached ? { kind: 'path_reached', hopCount: hops.length } : null));

/** The trace stops after a router that still answers. */
export const pathStops: See = (evidence) =>
  see(evidence, 'traceroute', ({ isReached, hops }) => {
    const last = isReached ? undefined : hops.findLast(({ replies }) => replies.some((reply) => reply !== null));
    const reply = last?.replies.find((one) => one !== null);
    return last === undefined || reply == null ? null : { kind: 'path_stops', hopLimit: last.hopLimit, address: reply.address };
  });

/** No router on the way answers the trace at all, which many networks do by rule. */
export const pathSilent: See = (evidence) =>
  see(evidence, 'traceroute', ({ isReached, hops }) =>
    !isReached && hops.every(({ replies }) => replies.every((reply) => reply === null)) ? { kind: 'path_silent' } : null,
  );

/** A control probe met one of these outcomes. */
export function control(probe: ControlProbe, ...outcomes: readonly Outcome[]): See {
  return (evidence) => controlMet(evidence, probe, outcomes);
}

/** A host that is always there connects: the way out works. */
export const wayOutWorks: See = control('known_good', 'succeeded', 'refused', 'tls_failed', 'closed_early', 'no_answer');

/** A host that is always there cannot be reached either. */
export const wayOutFails: See = control(
  'known_good',
  'timed_out',
  'no_route',
  'network_unreachable',
  'blocked_locally',
  'name_lookup_failed',
);

/** The same port connects at an address nobody has: something near this computer answers for everybody. */
export const nobodyAnswers: See = control('must_not_answer', 'succeeded');

/** Nobody answers there, as it should be. */
export const nobodyIsSilent: See = control(
  'must_not_answer',
  ...(['refused', 'timed_out', 'no_route', 'network_unreachable', 'blocked_locally', 'failed'] as const),
);

/** What a control probe met, as a reason; null when it met something else or was not made. */
export function controlMet(evidence: Evidence, probe: ControlProbe, outcomes: readonly Outcome[]): Reason | null {
  const found = measured(evidence, 'control', probe);
  if (found === null || !outcomes.includes(found.finding.outcome)) return null;
  const { host, port, outcome, durationMs } = found.finding;
  const source = sourceOfMeasurement(found.measurement);
  switch (probe) {
    case 'other_port':
      return port === null ? null : { kind: 'other_port_met', port, outcome, durationMs, source };
    case 'gateway':
      return { kind: 'gateway_met', host, outcome, source };
    case 'known_good':
      return { kind: 'way_out', host, outcome, source };
    case 'must_not_answer':
      return { kind: 'nobody_met', host, port, outcome, source };
  }
}

/** A measurement could not be made. */
export function notMeasured(kind: Finding['kind'], probe?: ControlProbe): See {
  return (evidence) => {
    const found = unavailable(evidence, kind, probe);
    return found === null ? null : { kind: 'not_measured', reason: found.finding.reason, source: sourceOfMeasurement(found.measurement) };
  };
}

/** A reason before it knows its source. */
export type Unsourced = Reason extends infer Each ? (Each extends Reason ? Omit<Each, 'source'> : never) : never;

/** Reads the newest finding of a kind as a reason. */
export function see<Kind extends Finding['kind']>(
  evidence: Evidence,
  kind: Kind,
  read: (finding: Measured<Kind>['finding']) => Unsourced | null,
): Reason | null {
  const found = measured(evidence, kind);
  const reason = found === null ? null : read(found.finding);
  return found === null || reason === null ? null : { ...reason, source: sourceOfMeasurement(found.measurement) };
}
