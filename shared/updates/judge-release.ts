import { compareVersions } from './compare-versions.ts';
import type { Release } from './release.ts';
import type { UpdateResult } from './update-result.ts';

/** What a signed release is judged by. */
export interface ReleaseToJudge {
  readonly release: Release;
  /** The version that runs. */
  readonly installed: string;
  /** When the newest feed seen so far was signed, Unix milliseconds; null before the first. */
  readonly newestSignedAtMs: number | null;
  readonly nowMs: number;
}

/** Clocks are wrong by minutes, seldom by hours. */
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1_000;

/**
 * Says what a release means here. A good signature alone proves only that the feed was good once:
 *
 * 1. one from the future, or one that has expired, is not believed;
 * 2. nor is one that was signed before another that was seen here already;
 * 3. a version that came before the installed one is never offered.
 */
export function judgeRelease({ release, installed, newestSignedAtMs, nowMs }: ReleaseToJudge): UpdateResult {
  const { version, page, releasedAt: releasedAtMs, signedAt: signedAtMs, expiresAt: expiresAtMs } = release;
  if (signedAtMs > nowMs + CLOCK_TOLERANCE_MS) return { kind: 'refused', why: 'from_future' };
  if (expiresAtMs < nowMs) return { kind: 'refused', why: 'expired' };
  if (newestSignedAtMs !== null && signedAtMs < newestSignedAtMs) return { kind: 'refused', why: 'replayed' };
  const order = compareVersions(version, installed);
  if (order === null) return { kind: 'refused', why: 'malformed' };
  if (order < 0) return { kind: 'refused', why: 'older' };
  return order === 0 ? { kind: 'current' } : { kind: 'newer', version, page, releasedAtMs };
}
