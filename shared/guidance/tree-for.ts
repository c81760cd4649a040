import { assertNever } from '../check/assert-never.ts';
import type { Evidence } from './evidence.ts';
import { elsewhere } from './reading/other-checks.ts';
import { oneAddressFails } from './signs/check-signs.ts';
import { flips, slowStage } from './signs/pattern-signs.ts';
import { trees, type Symptom } from './trees/trees.ts';
import type { Tree } from './tree.ts';

/** HTTP says no from this status on (RFC 9110 section 15.5). */
const FIRST_REFUSAL = 400;

/** The symptom that guidance is about, as the check and its history show it. */
export function symptomOf(evidence: Evidence): Symptom {
  const { check, changedAtMs } = evidence;
  // While somebody changes things, working and failing by turns is what they do.
  if (check.outcome !== 'cancelled' && changedAtMs === null && flips(evidence) !== null) return 'intermittent';
  const { outcome } = check;
  switch (outcome) {
    case 'succeeded':
      return symptomOfSuccess(evidence);
    case 'refused':
    case 'timed_out':
    case 'name_lookup_failed':
    case 'tls_failed':
      return outcome;
    case 'name_not_known':
      // glibc says the same when no server knows the name and when no server can be asked (facts/field.md 4.11).
      return check.resolution?.control?.resolved === false ? 'name_lookup_failed' : outcome;
    case 'no_route':
    case 'network_unreachable':
      return 'unreachable';
    case 'blocked_locally':
      return 'blocked_here';
    case 'closed_early':
      return 'turned_away';
    case 'rejected_by_service':
      return check.failure?.code === 'http_server_error' ? 'http_says_no' : 'turned_away';
    case 'no_answer':
      return 'silent';
    case 'cancelled':
    case 'failed':
      return 'unclear';
    default:
      return assertNever(outcome);
  }
}

/** The tree for it. */
export function treeFor(evidence: Evidence): Tree {
  return trees[symptomOf(evidence)];
}

function symptomOfSuccess(evidence: Evidence): Symptom {
  if ((evidence.check.http?.status ?? 0) >= FIRST_REFUSAL) return 'http_says_no';
  if (elsewhere(evidence).some(({ outcome }) => outcome !== 'succeeded')) return 'works_here';
  const stages = ['resolve', 'connect', 'handshake', 'greeting', 'request'] as const;
  const isSlow = oneAddressFails(evidence) !== null || stages.some((stage) => slowStage(stage)(evidence) !== null);
  return isSlow ? 'slow' : 'works_here';
}
