import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { judgeRelease } from '../../../shared/updates/judge-release.ts';
import { releaseSchema } from '../../../shared/updates/release.ts';
import { sampleRelease } from '../../support/release-feed.ts';

const nowMs = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR_MS = 60 * 60 * 1_000;
const at = (offsetMs: number): string => new Date(nowMs + offsetMs).toISOString();

function judge(different: Record<string, unknown>, more: { installed?: string; newestSignedAtMs?: number } = {}) {
  const release = v.parse(releaseSchema, sampleRelease(different, nowMs));
  return judgeRelease({ release, installed: '0.1.0', newestSignedAtMs: null, nowMs, ...more });
}

describe('judging a signed release', () => {
  it('offers a newer version with the page it is on', () => {
    expect(judge({})).toEqual({ kind: 'newer', version: '7.2.0', page: 'releases', releasedAtMs: nowMs - 24 * HOUR_MS });
  });

  it('says that the same version is the newest', () => {
    expect(judge({}, { installed: '7.2.0' })).toEqual({ kind: 'current' });
  });

  it.each([
    ['older', { version: '0.0.9' }, {}],
    ['older', {}, { installed: '7.3.0-rc.1' }],
    ['expired', { expiresAt: at(-1) }, {}],
    ['replayed', { signedAt: at(-48 * HOUR_MS) }, { newestSignedAtMs: nowMs - 47 * HOUR_MS }],
    ['from_future', { signedAt: at(25 * HOUR_MS) }, {}],
  ])('refuses one that is %s: %j', (why, different, more) => {
    expect(judge(different, more)).toEqual({ kind: 'refused', why });
  });

  it('takes the same feed twice, and forgives a clock that is an hour wrong', () => {
    expect(judge({}, { newestSignedAtMs: nowMs - HOUR_MS }).kind).toBe('newer');
    expect(judge({ signedAt: at(HOUR_MS) }).kind).toBe('newer');
  });
});
