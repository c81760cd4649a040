import type { Check } from '../../check/check.ts';
import { decideOutcome, mostTelling } from '../../check/decide.ts';
import type { AddressAttempt, GreetingEvidence, Resolution } from '../../check/evidence.ts';
import { outcomeOfFailure, type Failure } from '../../check/failure.ts';
import { readAddress } from '../../check/ip-address.ts';
import { stages, type StageRecord } from '../../check/stage.ts';
import type { Target } from '../../check/target.ts';
import { makeVisible } from '../../console/display.ts';
import { firstLineOf } from './first-line-of.ts';
import { isRejection, serviceIn, wireBytes } from './recognise-words.ts';
import type { ToldEndpoint, ToldFailure } from './told.ts';
import { toBase64 } from './to-base64.ts';

/** An attempt whose endpoint is known. */
export interface PastedEndpoint {
  readonly kind: 'placed';
  /** How it was printed: "nc". */
  readonly form: string;
  readonly target: Target;
  readonly told: ToldEndpoint;
}

/** Where and when a pasted result was seen, as far as the person says. */
export interface Place {
  /** The name of the place: "customer". Never "here". */
  readonly vantage: string;
  /** Unix time, in milliseconds. */
  readonly seenAtMs: number;
}

/**
 * A check as seen from somebody else's place. What the tool did not tell is null or empty, and a time it did not tell is 0.
 */
export function checkFrom({ target, told }: PastedEndpoint, { vantage, seenAtMs }: Place): Check {
  const attempts = told.attempts.flatMap(attemptOf);
  const heard = told.failure ?? rejectionIn(told, target) ?? serverErrorIn(told);
  const failure = heard && failureOf(heard, attempts, told);
  return {
    version: 1,
    id: null,
    target,
    vantage,
    caseId: null,
    outcome: decideOutcome(failure),
    failure,
    startedAtMs: seenAtMs,
    durationMs: told.durationMs ?? 0,
    resolution: resolutionOf(target, attempts, failure),
    addresses: attempts,
    stages: stages.map((stage) => recordOf(stage, told, failure)),
    service: serviceIn(told, target),
    greeting: told.words === null ? null : greetingOf(told.words),
    tls: told.tls && { ...visibleFields(told.tls), serverName: null, problems: [], chain: [] },
    http: told.http && { ...visibleFields(told.http), server: null, location: null, durationMs: 0 },
  };
}

function attemptOf({ address, cause }: ToldEndpoint['attempts'][number]): readonly AddressAttempt[] {
  const found = readAddress(address);
  if (found === null) return [];
  return [
    {
      ...found,
      outcome: cause === null ? 'succeeded' : outcomeOfFailure[cause.code],
      code: cause?.code ?? null,
      systemCode: cause?.systemCode ?? null,
      offsetMs: 0,
      durationMs: 0,
      localAddress: null,
    },
  ];
}

/** The service's own "no" in what it said, as in our own checks. */
function rejectionIn({ words, passed }: ToldEndpoint, target: Target): ToldFailure | null {
  if (words === null || !passed.includes('connect') || !isRejection(words, target)) return null;
  return { code: 'service_rejected', systemCode: null, stage: 'greeting', line: firstLineOf(words) };
}

/** Any answer below 500 counts as one, as in our own checks. */
function serverErrorIn({ http }: ToldEndpoint): ToldFailure | null {
  return http === null || http.status < 500
    ? null
    : { code: 'http_server_error', systemCode: null, stage: 'request', line: `${http.status} ${http.reason}` };
}

function failureOf(
  { code, systemCode, stage, line }: ToldFailure,
  attempts: readonly AddressAttempt[],
  { durationMs }: ToldEndpoint,
): Failure {
  const telling = stage === 'connect' ? mostTelling(attempts) : null;
  return {
    code: telling?.code ?? code,
    systemCode: telling === null ? systemCode : telling.systemCode,
    operation: stage,
    address: telling?.address ?? attempts.at(-1)?.address ?? null,
    elapsedMs: durationMs ?? 0,
    detail: makeVisible(line.trim().slice(0, DETAIL_LENGTH)),
  };
}

/** As long as the details of our own checks. */
const DETAIL_LENGTH = 300;

function resolutionOf({ host }: Target, attempts: readonly AddressAttempt[], failure: Failure | null): Resolution | null {
  const unknown = { systemCode: null, servers: [], answers: [], control: null } as const;
  const literal = readAddress(host);
  if (literal !== null) return { ...unknown, servers: [], answers: [], source: 'literal', addresses: [literal] };
  const systemCode = failure?.operation === 'resolve' ? failure.systemCode : null;
  if (attempts.length === 0 && failure?.operation !== 'resolve') return null;
  return {
    ...unknown,
    servers: [],
    answers: [],
    systemCode,
    source: 'system',
    addresses: attempts.map(({ address, family }) => ({ address, family })),
  };
}

function recordOf(stage: StageRecord['stage'], { passed, failure: told, words }: ToldEndpoint, failure: Failure | null): StageRecord {
  const isSpoken = stage === 'greeting' && words !== null && told === null && failure === null;
  const outcome = failure?.operation === stage ? 'failed' : passed.includes(stage) || isSpoken ? 'passed' : 'skipped';
  return { stage, outcome, offsetMs: 0, durationMs: 0 };
}

function greetingOf(words: string): GreetingEvidence {
  const kept = words.slice(0, WORDS_LENGTH);
  const bytes = wireBytes(kept);
  return {
    text: makeVisible(kept, 'kept'),
    base64: toBase64(bytes),
    sizeBytes: bytes.length,
    truncated: kept.length < words.length,
    firstByteMs: 0,
  };
}

/** More of what a peer said explains nothing. */
const WORDS_LENGTH = 4_096;

function visibleFields<T extends Readonly<Record<string, string | number | null>>>(fields: T): T {
  const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? makeVisible(value) : value]);
  return { ...fields, ...Object.fromEntries(entries) };
}
