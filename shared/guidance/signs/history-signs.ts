import type { Check } from '../../check/check.ts';
import type { Outcome } from '../../check/outcome.ts';
import { earlierChecks, elsewhere, lastWorked, otherPorts, wasConnected } from '../reading/other-checks.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import { measured } from '../reading/measured.ts';
import type { Reason } from '../reason.ts';
import { controlMet } from './measured-signs.ts';
import type { See } from './sign.ts';

/** It worked from here before. */
export const workedBefore: See = (evidence) => {
  const worked = lastWorked(evidence);
  return worked === null ? null : { kind: 'worked_before', atMs: worked.startedAtMs, source: sourceOfCheck(worked) };
};

/** It was tried before, several times, and never worked. */
export const neverWorked: See = (evidence) => {
  const earlier = earlierChecks(evidence);
  const [first] = earlier;
  if (first === undefined || earlier.length < 3 || lastWorked(evidence) !== null) return null;
  return { kind: 'never_worked', checkCount: earlier.length, source: sourceOfCheck(first) };
};

/** The name gives the same addresses as when it last worked. */
export const sameAddresses: See = (evidence) => {
  const compared = compareAddresses(evidence.check, lastWorked(evidence));
  return compared?.isSame === true
    ? { kind: 'same_addresses', addresses: compared.now, workedAtMs: compared.worked.startedAtMs, source: sourceOfCheck(compared.worked) }
    : null;
};

/** The name gives none of the addresses it worked with. */
export const addressesChanged: See = (evidence) => {
  const compared = compareAddresses(evidence.check, lastWorked(evidence));
  if (compared === null || compared.isSame) return null;
  const { was, now, worked } = compared;
  return { kind: 'addresses_changed', was, now, workedAtMs: worked.startedAtMs, source: sourceOfCheck(worked) };
};

interface ComparedAddresses {
  readonly was: readonly string[];
  readonly now: readonly string[];
  readonly isSame: boolean;
  readonly worked: Check;
}

/** An address that worked then and is still given is enough: a resolver may turn or cut its answers. */
function compareAddresses({ resolution, target }: Check, worked: Check | null): ComparedAddresses | null {
  if (resolution === null || worked?.resolution == null || resolution.source === 'literal' || worked.target.host !== target.host)
    return null;
  const was = worked.addresses.filter(({ outcome }) => outcome === 'succeeded').map(({ address }) => address);
  const now = resolution.addresses.map(({ address }) => address);
  if (was.length === 0 || now.length === 0) return null;
  return { was, now, isSame: was.some((address) => now.includes(address)), worked };
}

/** Another port of the host connected: the host is up, and so is the path to it. */
export const otherPortConnects: See = (evidence) => otherPortMet(evidence, wasConnected);

/** Another port of the host was answered with a no: something is there. */
export const otherPortRefuses: See = (evidence) => otherPortMet(evidence, ({ outcome }) => outcome === 'refused');

/** Other ports of the host stay silent too. */
export const otherPortSilent: See = (evidence) => otherPortMet(evidence, ({ outcome }) => outcome === 'timed_out');

/** Other ports of the host cannot be reached either. */
export const otherPortUnreachable: See = (evidence) =>
  otherPortMet(evidence, ({ outcome }) => outcome === 'no_route' || outcome === 'network_unreachable');

function otherPortMet(evidence: Parameters<See>[0], isWanted: (check: Pick<Check, 'outcome' | 'addresses'>) => boolean): Reason | null {
  const other = otherPorts(evidence).find(isWanted);
  if (other !== undefined) {
    const { addresses, outcome, durationMs } = other;
    const attempt = addresses.find((one) => one.outcome === 'succeeded') ?? addresses[0];
    const met = wasConnected(other) ? 'succeeded' : outcome;
    return {
      kind: 'other_port_met',
      port: other.target.port,
      outcome: met,
      durationMs: attempt?.durationMs ?? durationMs,
      source: sourceOfCheck(other),
    };
  }
  const control = measured(evidence, 'control', 'other_port');
  return control !== null && isWanted({ outcome: control.finding.outcome, addresses: [] })
    ? controlMet(evidence, 'other_port', [control.finding.outcome])
    : null;
}

/** From another place it met one of these. */
export function elsewhereMet(...outcomes: readonly Outcome[]): See {
  return (evidence) => {
    const other = elsewhere(evidence).find(({ outcome }) => outcomes.includes(outcome));
    return other === undefined
      ? null
      : { kind: 'elsewhere_met', vantage: other.vantage, outcome: other.outcome, source: sourceOfCheck(other) };
  };
}

/** From another place it ends the same way. */
export const sameElsewhere: See = (evidence) => elsewhereMet(evidence.check.outcome)(evidence);

/** Just before, it failed in another way. */
export function wasDifferent(...outcomes: readonly Outcome[]): See {
  return (evidence) => {
    const before = earlierChecks(evidence).at(-1);
    if (before === undefined || !outcomes.includes(before.outcome)) return null;
    return { kind: 'was_different', outcome: before.outcome, atMs: before.startedAtMs, source: sourceOfCheck(before) };
  };
}

/** As many checks within ten minutes look like an attack to a server that counts. */
const MANY_CHECKS = 8;
const MANY_WITHIN_MS = 600_000;

/** Many checks in a short time came before it. */
export const manyBefore: See = (evidence) => {
  const { check } = evidence;
  const recent = earlierChecks(evidence).filter(({ startedAtMs }) => check.startedAtMs - startedAtMs <= MANY_WITHIN_MS);
  const [first] = recent;
  if (first === undefined || recent.length < MANY_CHECKS) return null;
  return { kind: 'many_before', checkCount: recent.length, spanMs: check.startedAtMs - first.startedAtMs, source: sourceOfCheck(first) };
};

/** The service at the port names itself otherwise than when it worked. */
export const productChanged: See = (evidence) => {
  const worked = lastWorked(evidence);
  const [was, now] = [worked?.service?.product ?? null, evidence.check.service?.product ?? null];
  if (worked === null || was === null || now === null || was === now) return null;
  return { kind: 'product_changed', was, now, source: sourceOfCheck(worked) };
};
