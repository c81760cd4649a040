import type { OutputProblem } from './output-problem.ts';
import type { PastedEndpoint } from './check-from.ts';
import type { ToldFact, ToldMeasurement } from './told.ts';

/** What a pasted output says. At least one of the lists is not empty. */
export interface ReadOutput {
  readonly kind: 'read';
  /** How it was printed, each once, in the order they came: "nc", "curl", "ss". */
  readonly forms: readonly string[];
  /** Attempts to reach an endpoint: `checkFrom` makes a check of each. */
  readonly endpoints: readonly PastedEndpoint[];
  /** What was measured there: `measurementFrom` dates and places it. */
  readonly measurements: readonly ToldMeasurement[];
  /** What a server's output says: `factFrom` dates it. */
  readonly facts: readonly ToldFact[];
  /** What is in it and could not be used. */
  readonly problems: readonly OutputProblem[];
}

/** A pasted output, read or not. */
export type OutputReading = ReadOutput | { readonly kind: 'unreadable'; readonly problem: OutputProblem };
