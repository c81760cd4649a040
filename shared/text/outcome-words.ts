import type { Outcome } from '../check/outcome.ts';
import type { Words } from './words.ts';

/** The nine families of outcomes: each has one silhouette, one hue and one strip form (look.md, section 5). */
export type OutcomeFamily = 'succeeded' | 'refused' | 'timed-out' | 'no-route' | 'unknown' | 'closed' | 'tls' | 'none' | 'failed';

/** The family an outcome belongs to. Its name is also that of the glyph and of the colour token `--outcome-…`; `failed` is drawn in ink. */
export function familyOf(outcome: Outcome): OutcomeFamily {
  return families[outcome];
}

/** The word an outcome is called by, everywhere. */
export function wordFor(outcome: Outcome, words: Words): string {
  return words.outcomes[outcome].word;
}

const families = {
  succeeded: 'succeeded',
  refused: 'refused',
  rejected_by_service: 'refused',
  timed_out: 'timed-out',
  no_answer: 'timed-out',
  no_route: 'no-route',
  network_unreachable: 'no-route',
  blocked_locally: 'no-route',
  name_not_known: 'unknown',
  name_lookup_failed: 'unknown',
  closed_early: 'closed',
  tls_failed: 'tls',
  cancelled: 'none',
  failed: 'failed',
} as const satisfies Record<Outcome, OutcomeFamily>;
