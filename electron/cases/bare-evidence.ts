import type { Check } from '../../shared/check/check.ts';
import type { GatheredEvidence } from '../../shared/guidance/gathered-evidence.ts';
import { systemOfPlatform } from '../../shared/guidance/system-of-platform.ts';

/** The evidence that a check is by itself, without a history. */
export function bareEvidence(check: Check): GatheredEvidence {
  const here = systemOfPlatform(process.platform);
  return {
    evidence: { check, checks: [], measurements: [], facts: [], here, changedAtMs: null, typed: {} },
    answers: {},
    case: null,
    hostId: null,
    lastSuccessId: null,
    counts: null,
    lastDay: null,
  };
}
