import { mostTelling } from '../../shared/check/decide.ts';
import type { AddressAttempt, Resolution } from '../../shared/check/evidence.ts';
import { outcomeOfFailure, type Failure } from '../../shared/check/failure.ts';
import type { Stage } from '../../shared/check/stage.ts';
import type { Cause } from '../probes/classify.ts';
import type { StageContext } from './findings.ts';
import { forEachAtOnce } from './for-each-at-once.ts';

/** One address as resolving gave it. */
export type Address = Resolution['addresses'][number];

/** How trying one address ended; without a cause it was good. */
export interface Ended {
  readonly cause: Cause | null;
  readonly durationMs: number;
  readonly localAddress: string | null;
}

/** The stage that tries addresses, and what it tries with each. */
export interface AddressStage<T extends Ended> extends Pick<StageContext, 'log' | 'options' | 'emit'> {
  readonly stage: Stage;
  readonly addresses: readonly Address[];
  readonly tryOne: (address: Address, timeoutMs: number) => Promise<T>;
}

/** What trying all addresses brought, in their order. */
export interface TriedAll<T extends Ended> {
  readonly attempts: AddressAttempt[];
  readonly ended: readonly T[];
  /** Null when one was good; else of the address that says most. */
  readonly failure: Failure | null;
}

/** Names with dozens of addresses exist; more at once would look like a flood to whoever watches the network. */
const ADDRESSES_AT_ONCE = 8;

/** Runs a stage that tries every address, both families side by side, each with its own limit; one good address is enough to go on. */
export async function tryAddresses<T extends Ended>(request: AddressStage<T>): Promise<TriedAll<T>> {
  const { stage, addresses, log, options } = request;
  // Dozens of addresses share what the whole check may take, so that the last ones get as fair a chance as the first.
  const rounds = Math.max(1, Math.ceil(addresses.length / ADDRESSES_AT_ONCE));
  const limitMs = log.limitMs(rounds * options.timeoutMs);
  const { tried, failure } = await log.run({ stage, limitMs, address: null }, async () => {
    const all = await forEachAtOnce(ADDRESSES_AT_ONCE, addresses, (address) => tryAddress(request, address, limitMs / rounds));
    return { tried: all, cause: all.some(({ ended }) => ended.cause === null) ? null : (telling(all)?.ended.cause ?? null) };
  });
  const told = telling(tried);
  return {
    attempts: tried.map(({ attempt }) => attempt),
    ended: tried.map(({ ended }) => ended),
    failure: failure && told ? { ...failure, address: told.attempt.address, elapsedMs: told.attempt.durationMs } : failure,
  };
}

interface Tried<T extends Ended> {
  readonly attempt: AddressAttempt;
  readonly ended: T;
}

async function tryAddress<T extends Ended>({ log, emit, tryOne }: AddressStage<T>, address: Address, limitMs: number): Promise<Tried<T>> {
  emit({ kind: 'address_started', ...address, offsetMs: log.offsetMs() });
  const ended = await tryOne(address, limitMs);
  const { cause, durationMs, localAddress } = ended;
  // Counted back from its end: the probe's own clock starts with the first packet, a little after it was asked.
  const offsetMs = Math.max(0, Math.round((log.offsetMs() - durationMs) * 1_000) / 1_000);
  const outcome = cause === null ? 'succeeded' : outcomeOfFailure[cause.code];
  const attempt: AddressAttempt = {
    ...address,
    outcome,
    code: cause?.code ?? null,
    systemCode: cause?.systemCode ?? null,
    offsetMs,
    durationMs,
    localAddress,
  };
  emit({ kind: 'address_finished', attempt });
  return { attempt, ended };
}

function telling<T extends Ended>(tried: readonly Tried<T>[]): Tried<T> | undefined {
  const told = mostTelling(tried.map(({ attempt }) => attempt));
  return tried.find(({ attempt }) => attempt === told);
}
