import type { Check } from '../check/check.ts';
import type { Certificate, Family } from '../check/evidence.ts';
import { isTimeKnown } from '../check/known-time.ts';
import { isLoopback } from '../check/loopback.ts';
import type { Stage } from '../check/stage.ts';
import { formatTarget, type Transport } from '../check/target.ts';
import { decidingAttempt } from '../history/deciding-attempt.ts';
import { firstLine } from './first-line.ts';
import { formatDay, sayDuration } from './format.ts';
import type { UnitWords } from './words.ts';

/** What a sentence may speak of: the facts of one check, numbers already formatted. */
export interface Seen {
  readonly host: string;
  readonly port: number;
  readonly transport: Transport;
  /** The address that decided, or the host while no address was known. */
  readonly address: string;
  /** The same with its port: 203.0.113.96:80. */
  readonly endpoint: string;
  readonly family: Family | null;
  /** The address is this computer's own loopback. */
  readonly isLoopback: boolean;
  /** This computer made the check; else it is a result from somewhere else. */
  readonly isHere: boolean;
  /** The stage that failed, or null. */
  readonly operation: Stage | null;
  /** How long the stage that failed took; for a success, connecting. */
  readonly elapsed: string;
  /** Null when nobody told. */
  readonly elapsedMs: number | null;
  /** How long the whole check took. */
  readonly total: string;
  /** Our own limit ended it, not an answer, the system, or somebody else's program. */
  readonly isOwnLimit: boolean;
  readonly systemCode: string | null;
  readonly detail: string | null;
  /** DNS servers that were asked directly; empty when none was. */
  readonly dnsServers: readonly string[];
  /** The service's name as people write it, or null. */
  readonly service: string | null;
  /** The same, where its own words prove it; a port alone proves nothing. */
  readonly provenService: string | null;
  /** The first line of what the peer said by itself, visible, or null. */
  readonly greeting: string | null;
  readonly tlsVersion: string | null;
  readonly certificate: CertificateSeen | null;
  readonly http: { readonly status: string; readonly elapsed: string } | null;
}

/** What a sentence may say of the peer's own certificate. */
export interface CertificateSeen {
  readonly issuer: string;
  readonly names: readonly string[];
  readonly nameCount: number;
  readonly startsOn: string;
  readonly endedOn: string;
  /** Whole days from its end to the check; negative while it lasts. */
  readonly daysSinceEnd: number;
}

/** Gathers from a check what its sentences need. */
export function gatherSeen(check: Check, units: UnitWords): Seen {
  const { failure, target } = check;
  const attempt = decidingAttempt(check);
  const address = failure?.address ?? attempt?.address ?? target.host;
  const elapsedMs = failure?.elapsedMs ?? attempt?.durationMs ?? check.durationMs;
  const leaf = check.tls?.chain[0];
  return {
    ...target,
    address,
    endpoint: formatTarget({ host: address, port: target.port }),
    family: attempt?.family ?? null,
    isLoopback: isLoopback(address),
    isHere: check.vantage === 'here',
    operation: failure?.operation ?? null,
    elapsed: sayDuration(elapsedMs, units),
    elapsedMs: isTimeKnown(elapsedMs) ? elapsedMs : null,
    total: sayDuration(check.durationMs, units),
    isOwnLimit: failure?.systemCode === null && check.vantage === 'here',
    systemCode: failure?.systemCode ?? null,
    detail: failure?.detail ?? null,
    dnsServers: check.resolution?.servers ?? [],
    service: check.service?.name ?? null,
    provenService: check.service?.knownBy === 'greeting' || check.service?.knownBy === 'reply' ? check.service.name : null,
    greeting: check.greeting === null ? null : firstLine(check.greeting.text),
    tlsVersion: check.tls?.version ?? null,
    certificate: leaf === undefined ? null : seeCertificate(leaf, check.startedAtMs, units),
    http:
      check.http === null
        ? null
        : { status: `${check.http.status} ${check.http.reason}`.trim(), elapsed: sayDuration(check.http.durationMs, units) },
  };
}

const DAY_MS = 86_400_000;

function seeCertificate(leaf: Certificate, atMs: number, units: UnitWords): CertificateSeen {
  return {
    issuer: leaf.issuer,
    names: leaf.names,
    nameCount: leaf.nameCount,
    startsOn: formatDay(leaf.validFromMs, units),
    endedOn: formatDay(leaf.validToMs, units),
    daysSinceEnd: Math.floor((atMs - leaf.validToMs) / DAY_MS),
  };
}
