import type { Outcome } from '../check/outcome.ts';

/**
 * From worst to best: the less of the way was gone, the worse. It decides what a cell shows that stands for several checks.
 *
 * A cancelled check proves nothing, so anything outweighs it.
 */
const fromWorst: readonly Outcome[] = [
  'name_not_known',
  'name_lookup_failed',
  'blocked_locally',
  'network_unreachable',
  'no_route',
  'timed_out',
  'refused',
  'failed',
  'closed_early',
  'tls_failed',
  'rejected_by_service',
  'no_answer',
  'succeeded',
  'cancelled',
];

const rank = new Map(fromWorst.map((outcome, place) => [outcome, place]));

/** The worse of two outcomes. */
export function worseOutcome(one: Outcome, other: Outcome): Outcome {
  return (rank.get(one) ?? 0) <= (rank.get(other) ?? 0) ? one : other;
}
