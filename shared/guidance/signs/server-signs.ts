import { decidingAttempt } from '../../history/deciding-attempt.ts';
import { serviceById } from '../../service/find-service.ts';
import type { Evidence } from '../evidence.ts';
import { factOf, firewallRule } from '../reading/facts.ts';
import { reasonOfFact, sourceOfCheck } from '../reading/sources.ts';
import type { ServerFact, System } from '../server-fact.ts';
import { hereIs, targetIsHere } from './check-signs.ts';
import { known, listeningFact } from './fact-signs.ts';
import type { See } from './sign.ts';

/** What a service says of itself, as far as it gives its system away. */
const named: Readonly<Record<System, RegExp>> = {
  linux: /debian|ubuntu|raspbian|red ?hat|centos|fedora|rocky|alma|suse|alpine|linux|vsftpd|\.el\d/iu,
  windows: /microsoft|windows|\biis\b|win32|win64/iu,
  macos: /darwin|macos|apple/iu,
};

/** Facts that only one system can be the source of. */
const linuxOnly: readonly ServerFact['kind'][] = ['libwrap', 'tcp_wrappers', 'ban', 'selinux', 'firewall_zone'];

/** The server runs this system: it is this computer, somebody said so, or it says so itself. */
export function serverRuns(system: System): See {
  return (evidence) => {
    if (targetIsHere(evidence) !== null) return hereIs(system)(evidence);
    const fact = factOf(evidence, 'system');
    if (fact !== null) return fact.system === system ? reasonOfFact(fact) : null;
    return onlyThere(system, evidence) ?? saysSoItself(system, evidence);
  };
}

function onlyThere(system: System, evidence: Evidence): ReturnType<See> {
  const fact =
    system === 'linux'
      ? evidence.facts.find(({ kind }) => linuxOnly.includes(kind))
      : evidence.facts.find((one) => one.kind === 'firewall' && one.firewall === system);
  return fact === undefined ? null : reasonOfFact(fact);
}

/** Any of its services may give it away. */
function saysSoItself(system: System, { check: newest, checks }: Evidence): ReturnType<See> {
  for (const check of [newest, ...checks]) {
    const product = check.service?.product ?? check.http?.server ?? null;
    if (product !== null && named[system].test(product)) {
      return { kind: 'service_named', product, source: sourceOfCheck(check) };
    }
  }
  return null;
}

/** Something listens, but not at the address the check dialled: another address, or the other IP version. */
export const listensElsewhere: See = (evidence) => {
  const fact = listeningFact(evidence);
  return fact !== null && (fact.scope === 'one_address' || isOtherFamily(fact.scope, evidence)) ? reasonOfFact(fact) : null;
};

/** Something listens where the check dialled. */
export const listensThere: See = (evidence) => {
  const fact = listeningFact(evidence);
  const isThere = fact?.scope === 'all' || ((fact?.scope === 'ipv4' || fact?.scope === 'ipv6') && !isOtherFamily(fact.scope, evidence));
  return fact !== null && isThere ? reasonOfFact(fact) : null;
};

function isOtherFamily(scope: string, { check }: Evidence): boolean {
  const family = decidingAttempt(check)?.family;
  return (scope === 'ipv4' && family === 6) || (scope === 'ipv6' && family === 4);
}

/** The service is not running: its unit or its process says so. */
export const serviceDown: See = (evidence) =>
  known('service', ({ state }) => state !== 'running')(evidence) ?? known('process', ({ isRunning }) => !isRunning)(evidence);

/** The service is running. */
export const serviceUp: See = (evidence) =>
  known('service', ({ state }) => state === 'running')(evidence) ?? known('process', ({ isRunning }) => isRunning)(evidence);

/** The service is configured for another port. */
export const configuredElsewhere: See = (evidence) => known('configured_port', ({ port }) => port !== evidence.check.target.port)(evidence);

/** The service is configured for this port. */
export const configuredHere: See = (evidence) => known('configured_port', ({ port }) => port === evidence.check.target.port)(evidence);

/** No packet filter is active on the server. */
export const filterInactive: See = (evidence) =>
  firewallRule(evidence) === null ? known('firewall', ({ isActive }) => !isActive)(evidence) : null;

/** A service that greets stayed silent. */
export const silentService: See = ({ check }) => {
  const { failure, service } = check;
  if (failure === null || !['no_greeting', 'no_reply', 'udp_silence'].includes(failure.code)) return null;
  return { kind: 'silent_service', service: service?.name ?? null, durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

/** Services that look up the client's name before they greet (facts/field.md 4.11), and wait when nobody answers. */
export const looksUpNames: See = (evidence) => {
  const { service } = evidence.check;
  const greetsLate = service !== null && (serviceById(service.id)?.greetingLimitMs ?? 0) >= LONG_GREETING_MS;
  return greetsLate ? silentService(evidence) : null;
};

/** shared/service gives this long only to services that look names up first, in milliseconds. */
const LONG_GREETING_MS = 5_000;
