import type { Check } from '../../../shared/check/check.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';

/** What a past is made of. */
export interface Past {
  readonly checkCount: number;
  readonly hostCount: number;
}

/** The first of them begins here: 2026-01-01. */
const BEGINNING_MS = 1_767_225_600_000;

/** All of them fall into this time: 300 days. */
const SPAN_MS = 300 * 86_400_000;

/** The busy host has this share of all checks. */
const BUSY_SHARE = 0.2;

/** Its name says so; every fifth host is in Leeds, and every fourth of the others greets as vsFTPd: a fifth of all. */
export const BUSY_HOST = 'busy.example.com';

/**
 * Checks as a year of work leaves them, in the order they were made: the same ones for every run.
 *
 * One host has a fifth of them, the others have fewer and fewer. Endpoints fail for a while and recover.
 */
export function* makePast({ checkCount, hostCount }: Past): Generator<Check> {
  const next = randomNumbers(20_261_120);
  const failing = new Map<string, Outcome>();
  for (let index = 0; index < checkCount; index += 1) {
    const host = next() < BUSY_SHARE ? 0 : 1 + Math.floor((hostCount - 1) * next() ** 3);
    const port = ports[Math.floor(ports.length * next() ** 4)] ?? 443;
    const endpoint = `${host}:${port}`;
    const outcome = nextOutcome(failing.get(endpoint), next);
    if (outcome === 'succeeded') failing.delete(endpoint);
    else failing.set(endpoint, outcome);
    const startedAtMs = BEGINNING_MS + Math.floor(((index + next()) * SPAN_MS) / checkCount);
    yield makeCheck({ host, port, outcome, startedAtMs, replyMs: round(2 + 8 * next() ** 3) });
  }
}

/** The name of a host by its number. */
export function nameOf(host: number): string {
  if (host === 0) return BUSY_HOST;
  return host % 5 === 0 ? `till-${host}.leeds.example.com` : `server-${host}.example.net`;
}

const ports = [443, 22, 8443, 3389];

const failures: readonly Outcome[] = ['refused', 'timed_out', 'timed_out', 'no_route', 'tls_failed', 'closed_early'];

function nextOutcome(failing: Outcome | undefined, next: () => number): Outcome {
  if (failing !== undefined) return next() < 0.1 ? 'succeeded' : failing;
  return next() < 0.005 ? (failures[Math.floor(failures.length * next())] ?? 'failed') : 'succeeded';
}

interface Essence {
  readonly host: number;
  readonly port: number;
  readonly outcome: Outcome;
  readonly startedAtMs: number;
  readonly replyMs: number;
}

function makeCheck({ host, port, outcome, startedAtMs, replyMs }: Essence): Check {
  const address = `10.${host >> 8}.${host & 255}.${1 + (startedAtMs % 2)}`;
  const hasReplied = outcome !== 'timed_out' && outcome !== 'no_route';
  const works = outcome === 'succeeded';
  const text = host % 4 === 1 ? `220 (vsFTPd 3.0.${port % 7})` : `SSH-2.0-OpenSSH_9.${host % 10} server ${host}`;
  const ran = (durationMs: number) => ({ outcome: 'passed', offsetMs: 1, durationMs }) as const;
  const skipped = { outcome: 'skipped', offsetMs: 0, durationMs: 0 } as const;
  const code = works ? null : (codes[outcome] ?? 'unknown');
  const systemCode = outcome === 'refused' ? 'ECONNREFUSED' : null;
  return {
    version: 1,
    id: null,
    target: { host: nameOf(host), port, transport: 'tcp' },
    vantage: 'here',
    caseId: null,
    outcome,
    failure: code === null ? null : { code, operation: 'connect', address, systemCode, elapsedMs: replyMs, detail: null },
    startedAtMs,
    durationMs: round(replyMs + 20),
    resolution: { source: 'system', addresses: [{ address, family: 4 }], systemCode: null, servers: [], answers: [], control: null },
    addresses: [
      {
        ...{ address, family: 4, outcome: hasReplied && !works && outcome !== 'refused' ? 'succeeded' : outcome },
        ...{ code, systemCode, offsetMs: 1, durationMs: replyMs, localAddress: '10.1.0.7' },
      },
    ],
    stages: [
      { stage: 'resolve', ...ran(round(replyMs / 4)) },
      { stage: 'connect', ...(works ? ran(replyMs) : { outcome: 'failed', offsetMs: 1, durationMs: replyMs }) },
      { stage: 'handshake', ...skipped },
      { stage: 'greeting', ...(works ? ran(round(replyMs * 2)) : skipped) },
      { stage: 'request', ...skipped },
    ],
    service: works ? { id: 'ssh', name: 'SSH', knownBy: 'greeting', product: text } : null,
    greeting: works
      ? { text, base64: Buffer.from(text).toString('base64'), sizeBytes: text.length, truncated: false, firstByteMs: replyMs }
      : null,
    tls: null,
    http: null,
  };
}

const codes: Readonly<Partial<Record<Outcome, NonNullable<Check['failure']>['code']>>> = {
  refused: 'connection_refused',
  timed_out: 'connection_timed_out',
  no_route: 'host_unreachable',
  tls_failed: 'tls_expired',
  closed_early: 'connection_closed',
};

function round(durationMs: number): number {
  return Math.round(durationMs * 1_000) / 1_000;
}

/** Numbers from 0 to below 1, the same for every run of one seed (a linear congruential generator, Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
