import type { HttpEvidence, TlsEvidence } from '../../check/evidence.ts';
import type { FailureCode } from '../../check/failure.ts';
import type { Stage } from '../../check/stage.ts';
import type { Transport } from '../../check/target.ts';
import type { Finding, MeasurementRequest } from '../../guidance/measurement.ts';
import type { ServerFact } from '../../guidance/server-fact.ts';

/** Why something failed, as a tool spelled it. */
export interface ToldCause {
  readonly code: FailureCode;
  /** ECONNREFUSED, EAI_AGAIN; null when the tool's own limit ended it or it does not say. */
  readonly systemCode: string | null;
}

/** What a tool told of one address. */
export interface ToldAttempt {
  readonly address: string;
  /** Null when it connected. */
  readonly cause: ToldCause | null;
}

/** The end of an attempt that failed. */
export interface ToldFailure extends ToldCause {
  readonly stage: Stage;
  /** The line that says so, as it was printed. */
  readonly line: string;
}

/** One attempt to reach an endpoint, as somebody else's tool told it. What it does not print is null. */
export interface ToldEndpoint {
  readonly kind: 'endpoint';
  readonly host: string | null;
  readonly port: number | null;
  readonly transport: Transport | null;
  readonly attempts: readonly ToldAttempt[];
  /** The stages that went well. */
  readonly passed: readonly Stage[];
  readonly failure: ToldFailure | null;
  /** What the peer said by itself, as it was printed. */
  readonly words: string | null;
  readonly http: Pick<HttpEvidence, 'method' | 'path' | 'status' | 'reason'> | null;
  readonly tls: Pick<TlsEvidence, 'version' | 'cipher' | 'alpn'> | null;
  readonly durationMs: number | null;
}

/** What was measured there: a ping, a path, the answers of name servers. */
export interface ToldMeasurement {
  readonly kind: 'measured';
  readonly request: MeasurementRequest;
  readonly finding: Finding;
}

/** A server fact before it is known where and when it was learnt. */
export type FactSaid = ServerFact extends infer Fact ? (Fact extends ServerFact ? Omit<Fact, 'source' | 'line' | 'atMs'> : never) : never;

/** Something a server's output says about the target. */
export interface ToldFact {
  readonly kind: 'learnt';
  readonly fact: FactSaid;
  /** The line that says so, as it was printed. */
  readonly line: string;
}

/** The question hangs on a line that does not say enough. */
export interface ToldUndecided {
  readonly kind: 'undecided';
  readonly line: string;
}

/** One thing a pasted output tells. */
export type Told = ToldEndpoint | ToldMeasurement | ToldFact | ToldUndecided;

/** An attempt of which nothing is known yet. */
export const nothingTold: ToldEndpoint = {
  kind: 'endpoint',
  host: null,
  port: null,
  transport: null,
  attempts: [],
  passed: [],
  failure: null,
  words: null,
  http: null,
  tls: null,
  durationMs: null,
};

/** What is learnt, and from which line. */
export function learnt(fact: FactSaid, line: string): ToldFact {
  return { kind: 'learnt', fact, line };
}
