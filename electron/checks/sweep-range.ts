import type { Check } from '../../shared/check/check.ts';
import { decideOutcome, mostTelling } from '../../shared/check/decide.ts';
import type { AddressAttempt, Resolution } from '../../shared/check/evidence.ts';
import { outcomeOfFailure, type Failure } from '../../shared/check/failure.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { stages, type Stage, type StageRecord } from '../../shared/check/stage.ts';
import type { Target } from '../../shared/check/target.ts';
import type { PortRange } from '../../shared/paste/port-list.ts';
import { serviceOfPort } from '../../shared/service/find-service.ts';
import { finishCheck } from './run-check.ts';
import { CHECKS_AT_ONCE } from './run-many.ts';
import { sweep } from './sweep.ts';
import type { SweptPort } from './sweep-ports.ts';

/** Many TCP ports of one host, only to be connected to. */
export interface RangeToSweep {
  readonly host: string;
  readonly ports: PortRange;
  readonly options: CheckOptions;
  /** A port that did not connect is told as a check too; else only counted, which spares a table 65 534 documents. */
  readonly tellsAll: boolean;
  /** sweep-worker, where the build put it. */
  readonly workerFile: URL;
}

/** What ended since the last batch. */
export interface SweptBatch {
  readonly checks: readonly Check[];
  /** How many more ended how, without a document. */
  readonly counted: ReadonlyMap<Outcome, number>;
}

/**
 * Checks a range of ports faster than check by check, and yields what ended since the last batch.
 *
 * 1. The first port is a check like any other: it resolves the host.
 * 2. The others reuse what it resolved and are dialled in threads of their own.
 *
 * A host that did not resolve ends after the first check. Aborting reports nothing for ports that were not done.
 */
export async function* sweepRange(range: RangeToSweep, signal: AbortSignal): AsyncGenerator<SweptBatch, void> {
  const { host, ports, options, workerFile } = range;
  const first = await finishCheck({ host, port: ports.first, transport: 'tcp' }, options, signal);
  yield { checks: [first], counted: new Map() };
  const { resolution } = first;
  if (resolution === null || first.addresses.length === 0 || ports.first === ports.last) return;

  const addresses = first.addresses.map(({ address }) => address);
  const order = { ...options, addresses, firstPort: ports.first + 1, lastPort: ports.last, atOnce: CHECKS_AT_ONCE };
  const takeWhole = gatherAddresses(addresses.length);
  let told: Check[] = [];
  for await (const batch of sweep(order, workerFile, signal)) {
    const whole = batch.map(takeWhole).filter((swept) => swept !== null);
    const isTold = (swept: SweptAddresses): boolean => range.tellsAll || isConnected(swept);
    told.push(...whole.filter(isTold).map((swept) => toCheck(host, swept, resolution)));
    if (range.tellsAll && told.length < TOLD_TOGETHER) continue;
    yield { checks: told, counted: countOutcomes(whole.filter((swept) => !isTold(swept))) };
    told = [];
  }
  yield { checks: told, counted: new Map() };
}

/** Whoever saves them saves so many in one go: a commit of fewer costs more, and one of more keeps an interrupt waiting. */
const TOLD_TOGETHER = 2_048;

/** All that dialling one port brought: an entry an address, at least one. */
type SweptAddresses = readonly [SweptPort, ...SweptPort[]];

/** Keeps what one port brought until all its addresses are there; then gives them together. */
function gatherAddresses(addressCount: number): (swept: SweptPort) => SweptAddresses | null {
  const waiting = new Map<number, readonly SweptPort[]>();
  return (swept) => {
    const gathered: SweptAddresses = [swept, ...(waiting.get(swept.port) ?? [])];
    if (gathered.length === addressCount) {
      waiting.delete(swept.port);
      return gathered;
    }
    waiting.set(swept.port, gathered);
    return null;
  };
}

function isConnected(swept: SweptAddresses): boolean {
  return swept.some(({ code }) => code === null);
}

function countOutcomes(all: readonly SweptAddresses[]): ReadonlyMap<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const swept of all) {
    const outcome = mostTelling(swept.map(({ code }) => ({ outcome: outcomeOf(code) })))?.outcome ?? 'failed';
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

function outcomeOf(code: SweptPort['code']): Outcome {
  return code === null ? 'succeeded' : outcomeOfFailure[code];
}

/** The same document a check of this port alone would bring, with the lookup's time left out: it was made once for all. */
function toCheck(host: string, swept: SweptAddresses, resolution: Resolution): Check {
  const target: Target = { host, port: swept[0].port, transport: 'tcp' };
  const first = swept.reduce((oldest, one) => (one.startedMs < oldest.startedMs ? one : oldest));
  const addresses = resolution.addresses.flatMap(({ address, family }) =>
    swept.filter((one) => one.address === address).map((one) => toAttempt(one, family, first.startedMs)),
  );
  const failure = failureOf(addresses, swept);
  const durationMs = Math.max(...addresses.map((attempt) => attempt.offsetMs + attempt.durationMs));
  const service = serviceOfPort(target);
  return {
    version: 1,
    id: null,
    target,
    vantage: 'here',
    caseId: null,
    outcome: decideOutcome(failure),
    failure,
    startedAtMs: first.startedAtMs,
    durationMs,
    resolution,
    addresses,
    stages: stages.map((stage) => toRecord(stage, { hasFailed: failure !== null, durationMs })),
    service: service && { id: service.id, name: service.name, knownBy: 'port', product: null },
    greeting: null,
    tls: null,
    http: null,
  };
}

function failureOf(addresses: readonly AddressAttempt[], swept: readonly SweptPort[]): Failure | null {
  if (addresses.some(({ outcome }) => outcome === 'succeeded')) return null;
  const telling = mostTelling(addresses);
  if (telling?.code == null) throw new Error('An address that did not connect has a code.');
  const detail = swept.find(({ address }) => address === telling.address)?.detail ?? null;
  return {
    code: telling.code,
    operation: 'connect',
    address: telling.address,
    systemCode: telling.systemCode,
    elapsedMs: telling.durationMs,
    detail,
  };
}

function toRecord(stage: Stage, { hasFailed, durationMs }: { readonly hasFailed: boolean; readonly durationMs: number }): StageRecord {
  if (stage === 'resolve') return { stage, outcome: 'passed', offsetMs: 0, durationMs: 0 };
  if (stage === 'connect') return { stage, outcome: hasFailed ? 'failed' : 'passed', offsetMs: 0, durationMs };
  return { stage, outcome: 'skipped', offsetMs: 0, durationMs: 0 };
}

function toAttempt(swept: SweptPort, family: AddressAttempt['family'], checkStartedMs: number): AddressAttempt {
  const { address, code, systemCode, startedMs, durationMs, localAddress } = swept;
  return { address, family, outcome: outcomeOf(code), code, systemCode, offsetMs: startedMs - checkStartedMs, durationMs, localAddress };
}
