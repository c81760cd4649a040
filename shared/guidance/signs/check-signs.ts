import type { Check } from '../../check/check.ts';
import type { FailureCode } from '../../check/failure.ts';
import { isTimeKnown } from '../../check/known-time.ts';
import { isLoopback } from '../../check/loopback.ts';
import type { Outcome } from '../../check/outcome.ts';
import { decidingAttempt } from '../../history/deciding-attempt.ts';
import { firstWords } from '../reading/first-words.ts';
import { isPrivate, isSameNetwork } from '../reading/networks.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import { serviceOfPort } from '../../service/find-service.ts';
import type { System } from '../server-fact.ts';
import type { See } from './sign.ts';

/** An answer from the host itself or a router near it, on IPv4 (facts/field.md 4.11: over IPv6 a rejection takes a second), in milliseconds. */
const QUICK_MS = 500;

/** Asking a local network for an absent host takes about 3 s; in milliseconds. */
const WAITED_MS = 2_500;

/** A refusal on this computer itself never leaves it, in milliseconds. */
const AT_ONCE_MS = 0.5;

/** Slower connections than this are common, so a shorter limit may end one that would have worked; in milliseconds. */
const SHORT_LIMIT_MS = 1_500;

/** It failed with one of these codes. */
export function failedWith(...codes: readonly FailureCode[]): See {
  return ({ check }) => {
    const { failure } = check;
    if (failure === null || !codes.includes(failure.code)) return null;
    return { kind: 'failed_with', code: failure.code, durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
  };
}

/** A no that came back quickly, over IPv4. */
export const answeredQuickly: See = ({ check }) => {
  const { failure } = check;
  const attempt = decidingAttempt(check);
  if (failure?.operation !== 'connect' || attempt?.family !== 4 || isLoopback(attempt.address)) return null;
  if (!isTimeKnown(failure.elapsedMs) || failure.elapsedMs > QUICK_MS) return null;
  return { kind: 'answered_quickly', durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

/** Unreachable only after the time it takes to look for a host on the local network (IPv4). */
export const unreachableAfterWaiting: See = ({ check }) => {
  const { failure } = check;
  if (failure === null || !['host_unreachable', 'host_down'].includes(failure.code) || failure.elapsedMs < WAITED_MS) return null;
  if (decidingAttempt(check)?.family === 6) return null;
  return { kind: 'unreachable_after_waiting', durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

/** A no from this computer: nothing on a network answers that fast. */
export const refusedAtOnceHere: See = ({ check }) => {
  const { failure } = check;
  if (failure?.operation !== 'connect' || isLoopback(failure.address ?? '')) return null;
  if (!isTimeKnown(failure.elapsedMs) || failure.elapsedMs >= AT_ONCE_MS) return null;
  return { kind: 'refused_at_once_here', durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

/** The address that decided is an IPv4 one. */
export const isIpv4: See = ({ check }) => {
  const attempt = decidingAttempt(check);
  return attempt?.family === 4 ? { kind: 'is_ipv4', address: attempt.address, source: sourceOfCheck(check) } : null;
};

/** The address that decided is an IPv6 one. */
export const isIpv6: See = ({ check }) => {
  const attempt = decidingAttempt(check);
  return attempt?.family === 6 ? { kind: 'is_ipv6', address: attempt.address, source: sourceOfCheck(check) } : null;
};

/** Another address of the same name met something else. */
export const otherAddressMet: See = ({ check }) => {
  const attempt = decidingAttempt(check);
  const other = check.addresses.find(({ outcome }) => outcome !== (attempt?.outcome ?? check.outcome));
  return other === undefined
    ? null
    : { kind: 'other_address_met', address: other.address, outcome: other.outcome, source: sourceOfCheck(check) };
};

/** Some address of the name failed although the check as a whole went on with a good one. */
export const oneAddressFails: See = ({ check }) => {
  const bad = wasGood(check) ? check.addresses.find(({ outcome }) => outcome !== 'succeeded' && outcome !== 'cancelled') : undefined;
  return bad === undefined ? null : { kind: 'other_address_met', address: bad.address, outcome: bad.outcome, source: sourceOfCheck(check) };
};

/** The target and this computer look like neighbours. */
export const sameNetwork: See = ({ check }) => {
  const attempt = decidingAttempt(check);
  if (attempt?.localAddress == null || !isSameNetwork(attempt.address, attempt.localAddress)) return null;
  return { kind: 'same_network', address: attempt.address, localAddress: attempt.localAddress, source: sourceOfCheck(check) };
};

/** The address is one that only private networks and VPNs route. */
export const privateAddress: See = ({ check }) => {
  const address = decidingAttempt(check)?.address ?? check.failure?.address ?? null;
  return address !== null && isPrivate(address) ? { kind: 'private_address', address, source: sourceOfCheck(check) } : null;
};

/** Our own limit ended it, and it was short. */
export const limitIsShort: See = ({ check }) => {
  const { failure } = check;
  if (failure?.systemCode !== null || !silences.includes(check.outcome)) return null;
  if (!isTimeKnown(failure.elapsedMs) || failure.elapsedMs >= SHORT_LIMIT_MS) return null;
  return { kind: 'limit_is_short', limitMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

const silences: readonly Outcome[] = ['timed_out', 'no_answer'];

/** The address names an interface of this computer. */
export const scopeInAddress: See = ({ check }) => {
  const scope = (check.failure?.address ?? check.target.host).split('%')[1];
  return scope === undefined ? null : { kind: 'scope_in_address', scope, source: sourceOfCheck(check) };
};

/** The service itself spoke as it should. */
export const serviceAnswered: See = ({ check }) => {
  const text = wasGood(check) ? firstWords(check) : null;
  return text === null ? null : { kind: 'service_answered', service: check.service?.name ?? null, text, source: sourceOfCheck(check) };
};

/** The address came from this computer's hosts file. */
export const fromHostsFile: See = ({ check }) =>
  check.resolution?.source === 'hosts_file' ? { kind: 'from_hosts_file', host: check.target.host, source: sourceOfCheck(check) } : null;

/** The target is this computer itself. */
export const targetIsHere: See = ({ check }) =>
  isLoopback(check.failure?.address ?? check.target.host)
    ? { kind: 'target_is_here', host: check.target.host, source: sourceOfCheck(check) }
    : null;

/** The check went over UDP. */
export const isUdp: See = ({ check }) => (check.target.transport === 'udp' ? { kind: 'is_udp', source: sourceOfCheck(check) } : null);

/** No service is known by this port. */
export const unusualPort: See = ({ check }) =>
  serviceOfPort(check.target) === null ? { kind: 'unusual_port', port: check.target.port, source: sourceOfCheck(check) } : null;

/** This computer runs one of these systems. */
export function hereIs(system: System): See {
  return ({ check, here }) => (here === system ? { kind: 'here_is', system, source: sourceOfCheck(check) } : null);
}

/** Both are there; the first is the reason given. */
export function both(one: See, other: See): See {
  return (evidence) => (other(evidence) === null ? null : one(evidence));
}

/** The first is there, and the second is not. */
export function unless(one: See, other: See): See {
  return (evidence) => (other(evidence) === null ? one(evidence) : null);
}

/** The first of several that is there. */
export function either(...sees: readonly See[]): See {
  return (evidence) => {
    for (const see of sees) {
      const reason = see(evidence);
      if (reason !== null) return reason;
    }
    return null;
  };
}

function wasGood({ outcome }: Check): boolean {
  return outcome === 'succeeded';
}
