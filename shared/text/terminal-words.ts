import type { Resolution } from '../check/evidence.ts';

/** The words of the command line that are not about what a check found. */
export interface TerminalWords {
  readonly labels: { readonly proves: string; readonly likely: string; readonly also: string };
  /** A stage that went well. */
  readonly passed: string;
  readonly resolved: (resolution: Pick<Resolution, 'source' | 'addresses'>) => string;
  /** The other side said nothing by itself. */
  readonly nothingSaid: string;
  readonly savedAs: (id: number) => string;
  /** Port, service, outcome, time, what came back. */
  readonly rangeColumns: readonly [string, string, string, string, string];
  readonly openPorts: (count: string) => string;
  /** While one check runs: its stage, the time so far and the limit. */
  readonly running: (stage: string, soFar: string, limit: string) => string;
  /** While many run. */
  readonly runningMany: (done: string, all: string) => string;
  readonly askBeforeMany: (count: string, host: string) => string;
  /** Nobody can be asked. */
  readonly needsYes: (count: string, host: string) => string;
  /** The answers that mean yes, in lower case. */
  readonly yes: readonly string[];
  readonly nothingSent: string;
  readonly notSaved: (problem: string) => string;
  /** A certificate is not to be trusted, and nobody can be asked. */
  readonly notTrusted: string;
  readonly interrupted: (done: string, all: string) => string;
}
