import type { Comparison } from '../history/comparison.ts';
import { bothOf } from './both-of.ts';
import type { ComparisonContext } from './describe-comparison.ts';
import { formatDay } from './format.ts';
import { formatSpan } from './format-span.ts';
import type { Words } from './words.ts';

/** What changed of the peer's certificate and of the session, a clause each. */
export function describeCertificateChange(comparison: Comparison, context: ComparisonContext, words: Words): readonly string[] {
  const { clauses } = words.compare;
  const issuer = bothOf(comparison, 'certificate_issuer');
  const names = bothOf(comparison, 'certificate_names');
  const version = bothOf(comparison, 'tls_version');
  return [
    ...describeValidity(comparison, context, words),
    ...(issuer === null ? [] : [clauses.issuer(issuer.newer, issuer.older)]),
    ...(names === null ? [] : [clauses.names]),
    ...(version === null ? [] : [clauses.tlsVersion(version.newer, version.older)]),
  ];
}

function describeValidity(comparison: Comparison, context: ComparisonContext, words: Words): readonly string[] {
  const { clauses } = words.compare;
  if (bothOf(comparison, 'certificate_fingerprint') === null) return describeEnd(comparison, words);
  const validity = bothOf(comparison, 'certificate_validity');
  if (validity === null || validity.newer.fromMs === validity.older.fromMs) return [clauses.certificateOther];
  const { fromMs, toMs } = validity.newer;
  if (fromMs < validity.older.fromMs) return [clauses.certificateReplacedByOlder(formatDay(toMs, words.units))];
  const beforeMs = firstFailureOf(comparison, context) - fromMs;
  const isNear = beforeMs >= 0 && beforeMs <= NEAR_MS;
  return [
    isNear
      ? clauses.certificateRenewedBefore(formatSpan(beforeMs, words.units))
      : clauses.certificateRenewed(formatDay(fromMs, words.units)),
  ];
}

/** A renewal this long before a failure may have to do with it; in milliseconds. */
const NEAR_MS = 14 * 86_400_000;

/** When the failing began, as far as is known; never when the newer check worked. */
function firstFailureOf({ newer }: Comparison, { firstFailedAtMs }: ComparisonContext): number {
  return newer.outcome === 'succeeded' ? NaN : (firstFailedAtMs ?? newer.startedAtMs);
}

/** The same certificate both times: it may have ended in between. */
function describeEnd({ older, newer }: Comparison, words: Words): readonly string[] {
  const [before, after] = [older.tls?.chain[0], newer.tls?.chain[0]];
  if (before === undefined || after === undefined || before.fingerprintSha256 !== after.fingerprintSha256) return [];
  const hasEnded = older.startedAtMs <= after.validToMs && newer.startedAtMs > after.validToMs;
  return hasEnded ? [words.compare.clauses.certificateEnded(formatDay(after.validToMs, words.units))] : [];
}
