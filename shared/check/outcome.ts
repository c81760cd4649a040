import * as v from 'valibot';

/**
 * Every way a check can end, in the words of the field: a closed list.
 *
 * `decide.ts` says which one applies; `shared/text` says it in words; each belongs to one family of shape and hue.
 */
export const outcomes = [
  'succeeded',
  'refused',
  'timed_out',
  'no_route',
  'network_unreachable',
  'name_not_known',
  'name_lookup_failed',
  'blocked_locally',
  'closed_early',
  'tls_failed',
  'rejected_by_service',
  'no_answer',
  'cancelled',
  'failed',
] as const;

/** One of the closed list of outcomes. */
export const outcomeSchema = v.picklist(outcomes);

/** How a check, or one address of it, ended. */
export type Outcome = v.InferOutput<typeof outcomeSchema>;
