import type { ChosenOptions } from '../check/options.ts';
import type { Target, Transport } from '../check/target.ts';
import { portsOf, type PortList } from './port-list.ts';
import type { TargetProblem } from './target-problem.ts';

/**
 * What a text asks for: one host, one or more ports, and the options it names.
 *
 * Ports stay ranges, so that "host 1-65535" is one small object until `requestsOf` walks it.
 */
export interface ReadTarget {
  readonly kind: 'read';
  /** How it was written: "endpoint", "url", "dev-tcp", or the first name of the program ("nc", "curl", "Test-NetConnection"). */
  readonly form: string;
  /** As `hostSchema` keeps it. */
  readonly host: string;
  readonly transport: Transport;
  readonly ports: PortList;
  /** Only what the text names, so that another source (the command line's own options) can be laid over it. */
  readonly options: ChosenOptions;
}

/** Why a text cannot be read. */
export interface UnreadableTarget {
  readonly kind: 'unreadable';
  readonly problem: TargetProblem;
}

/** What a person typed or pasted, read or not. */
export type TargetReading = ReadTarget | UnreadableTarget;

/** One check to run. */
export interface CheckRequest {
  readonly target: Target;
  readonly options: ChosenOptions;
}

/** The checks a reading stands for, one a port, in ascending order; made while they are walked. */
export function* requestsOf({ host, transport, ports, options }: ReadTarget): Generator<CheckRequest, void, undefined> {
  for (const port of portsOf(ports)) yield { target: { host, port, transport }, options };
}

/** The reading that says what is wrong. */
export function unreadable(problem: TargetProblem): UnreadableTarget {
  return { kind: 'unreadable', problem };
}
