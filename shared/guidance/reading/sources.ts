import type { Check } from '../../check/check.ts';
import type { Measurement } from '../measurement.ts';
import type { Reason, Source } from '../reason.ts';
import type { ServerFact } from '../server-fact.ts';

/** A check as the place where a reason was read. */
export function sourceOfCheck({ id, startedAtMs, target, vantage }: Check): Source {
  return { kind: 'check', id, atMs: startedAtMs, port: target.port, vantage };
}

/** A measurement as the place where a reason was read. */
export function sourceOfMeasurement({ request, startedAtMs, vantage }: Measurement): Source {
  return { kind: 'measurement', measured: request.kind, atMs: startedAtMs, vantage };
}

/** A server fact as a reason of its own. */
export function reasonOfFact(fact: ServerFact): Reason {
  return { kind: 'fact', fact, source: { kind: 'fact', learnt: fact.source, line: fact.line, atMs: fact.atMs } };
}
