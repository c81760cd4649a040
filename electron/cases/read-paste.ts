import type { Check } from '../../shared/check/check.ts';
import { programOf } from '../../shared/guidance/commands/program-of.ts';
import { slotValues } from '../../shared/guidance/commands/slot-values.ts';
import type { Evidence } from '../../shared/guidance/evidence.ts';
import type { Measurement } from '../../shared/guidance/measurement.ts';
import type { ServerFact } from '../../shared/guidance/server-fact.ts';
import { factFrom, measurementFrom } from '../../shared/paste/output/as-evidence.ts';
import { checkFrom } from '../../shared/paste/output/check-from.ts';
import type { OutputProblem } from '../../shared/paste/output/output-problem.ts';
import { noContext, type PasteContext } from '../../shared/paste/output/paste-context.ts';
import { readOutput } from '../../shared/paste/output/read-output.ts';

/** A pasted text, and what is known beside it. */
export interface Paste {
  readonly text: string;
  /** The name of the place a test in it was made at. */
  readonly vantage: string;
  /** When it was pasted, Unix milliseconds. */
  readonly atMs: number;
  /** What it is about, or null. */
  readonly evidence: Evidence | null;
}

/** What a pasted text says as evidence, and what in it could not be used; or why nothing of it can be. */
export type PasteRead =
  | {
      readonly kind: 'read';
      readonly forms: readonly string[];
      readonly checks: readonly Check[];
      readonly measurements: readonly Measurement[];
      readonly facts: readonly ServerFact[];
      readonly problems: readonly OutputProblem[];
    }
  | { readonly kind: 'unreadable'; readonly problem: OutputProblem };

/** Reads what commands printed elsewhere or on the server. Never throws. */
export function readPaste({ text, vantage, atMs, evidence }: Paste): PasteRead {
  const reading = readOutput(text, evidence === null ? noContext : contextOf(evidence));
  if (reading.kind === 'unreadable') return reading;
  const { kind, forms, problems } = reading;
  const where = { vantage, seenAtMs: atMs };
  return {
    ...{ kind, forms, problems },
    checks: reading.endpoints.map((endpoint) => checkFrom(endpoint, where)),
    measurements: reading.measurements.map((told) => measurementFrom(told, where)),
    facts: reading.facts.map((told) => factFrom(told, atMs)),
  };
}

function contextOf(evidence: Evidence): PasteContext {
  const { target, resolution } = evidence.check;
  const program = programOf(evidence);
  return {
    target,
    addresses: resolution?.addresses.map(({ address }) => address) ?? [],
    programs: program === null ? [] : [program.process],
    client: slotValues(evidence).client ?? null,
  };
}
