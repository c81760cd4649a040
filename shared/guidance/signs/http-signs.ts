import { isTimeKnown } from '../../check/known-time.ts';
import { readAddress } from '../../check/ip-address.ts';
import { domainOf, isInDomain } from '../reading/domain.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import type { See } from './sign.ts';

/** Slower than people wait, in milliseconds. */
const SLOW_MS = 5_000;

/** The web server answered with one of these statuses (RFC 9110). */
export function httpStatus(...statuses: readonly number[]): See {
  return httpStatusWhere((status) => statuses.includes(status));
}

/** The web server answered with a status that fits. */
export function httpStatusWhere(fits: (status: number) => boolean): See {
  return ({ check }) =>
    check.http !== null && fits(check.http.status)
      ? { kind: 'http_status', status: check.http.status, reason: check.http.reason, source: sourceOfCheck(check) }
      : null;
}

/** It points to another place. */
export const httpRedirect: See = ({ check }) =>
  check.http?.location == null ? null : { kind: 'http_redirect', location: check.http.location, source: sourceOfCheck(check) };

/** It points to a place of somebody else, as the login page of a network does; from a bare address any name may be its own. */
export const httpRedirectsAway: See = (evidence) => {
  const { target, http } = evidence.check;
  if (readAddress(target.host) !== null) return null;
  const host = http?.location == null ? undefined : hostInUrl.exec(http.location)?.[1];
  return host === undefined || isInDomain(host, domainOf(target.host)) ? null : httpRedirect(evidence);
};

const hostInUrl = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu;

/** Plain HTTP was spoken, so a refusal may come from a port that wants TLS. */
export const httpWasPlain: See = ({ check }) =>
  check.http !== null && check.tls === null
    ? { kind: 'http_status', status: check.http.status, reason: check.http.reason, source: sourceOfCheck(check) }
    : null;

/** The answer took long. */
export const httpTookLong: See = ({ check }) =>
  check.http !== null && check.http.durationMs >= SLOW_MS
    ? { kind: 'http_took', durationMs: check.http.durationMs, source: sourceOfCheck(check) }
    : null;

/** The answer came at once: nobody waited for a program behind. */
export const httpTookNothing: See = ({ check }) =>
  check.http !== null && isTimeKnown(check.http.durationMs) && check.http.durationMs < 1_000
    ? { kind: 'http_took', durationMs: check.http.durationMs, source: sourceOfCheck(check) }
    : null;
