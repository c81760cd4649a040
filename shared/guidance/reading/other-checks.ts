import type { Check } from '../../check/check.ts';
import type { Evidence } from '../evidence.ts';

/** A check of another port counts this long before or after, in milliseconds: within an hour a host seldom goes on and off unnoticed. */
const SAME_TIME_MS = 3_600_000;

/** Another place's result counts this long: people send them in the course of a day. */
const SAME_DAY_MS = 86_400_000;

/** Earlier checks of this very endpoint from the same place, oldest first; the check itself is not among them. */
export function earlierChecks({ check, checks }: Evidence): readonly Check[] {
  return checks
    .filter(
      (other) =>
        isSameEndpoint(other, check) &&
        other.vantage === check.vantage &&
        other.startedAtMs < check.startedAtMs &&
        other.outcome !== 'cancelled',
    )
    .toSorted((one, other) => one.startedAtMs - other.startedAtMs);
}

/** The newest earlier check that succeeded, or null. */
export function lastWorked(evidence: Evidence): Check | null {
  return earlierChecks(evidence).findLast(({ outcome }) => outcome === 'succeeded') ?? null;
}

/** Checks of other TCP ports of the host from the same place about now, the nearest in time first. */
export function otherPorts({ check, checks }: Evidence): readonly Check[] {
  return checks
    .filter(
      (other) =>
        other.target.port !== check.target.port &&
        other.target.transport === 'tcp' &&
        other.vantage === check.vantage &&
        other.outcome !== 'cancelled' &&
        apartMs(other, check) <= SAME_TIME_MS,
    )
    .toSorted((one, other) => apartMs(one, check) - apartMs(other, check));
}

/** The newest result of each other place for this endpoint. */
export function elsewhere({ check, checks }: Evidence): readonly Check[] {
  const fromOthers = checks
    .filter(
      (other) =>
        isSameEndpoint(other, check) &&
        other.vantage !== check.vantage &&
        other.outcome !== 'cancelled' &&
        apartMs(other, check) <= SAME_DAY_MS,
    )
    .toSorted((one, other) => other.startedAtMs - one.startedAtMs);
  return fromOthers.filter(({ vantage }, place) => fromOthers.findIndex((one) => one.vantage === vantage) === place);
}

/** Whether at least one address accepted a connection, whatever came after. */
export function wasConnected({ addresses, outcome }: Pick<Check, 'addresses' | 'outcome'>): boolean {
  return outcome === 'succeeded' || addresses.some((attempt) => attempt.outcome === 'succeeded');
}

/** All checks of a piece of evidence are of one host; made before it was renamed or merged, they carry another name. */
function isSameEndpoint({ target: one }: Check, { target: other }: Check): boolean {
  return one.port === other.port && one.transport === other.transport;
}

function apartMs(one: Check, other: Check): number {
  return Math.abs(one.startedAtMs - other.startedAtMs);
}
