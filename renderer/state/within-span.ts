import type { TimeSpan } from '../../shared/history/time-span.ts';
import type { CheckScope } from './check-scopes.ts';

/** The checks of a scope, of a part of time; what a list shows has its own. */
export function withinSpan({ kind, checks }: CheckScope, span: TimeSpan | null): CheckScope['checks'] {
  return kind === 'listed' || span === null ? checks : { ...checks, filter: { ...checks.filter, ...span } };
}
