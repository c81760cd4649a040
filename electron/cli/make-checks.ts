import type { Check } from '../../shared/check/check.ts';
import type { CheckEvent } from '../../shared/check/event.ts';
import { isLoopback } from '../../shared/check/loopback.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { portsOf } from '../../shared/paste/port-list.ts';
import { runCheck } from '../checks/run-check.ts';
import type { CheckToMake } from '../checks/run-many.ts';
import type { Part } from './plan.ts';

/** The checks to make. */
export interface Work {
  readonly parts: readonly Part[];
  /** New connections a second to each host, or null for the default. */
  readonly ratePerSecond: number | null;
  /** sweep-worker, where the build put it. */
  readonly sweepWorkerFile: URL;
  /** Every check is wanted as a document; else those of a swept range that did not connect are only counted. */
  readonly tellsAll: boolean;
  /** What happens while the only check runs; of many, nothing is told. */
  readonly see: (event: CheckEvent) => void;
}

/** Checks of one part that ended since the last batch. */
export interface Batch {
  readonly part: Part;
  readonly checks: readonly Check[];
  /** How many more ended how, without a document. */
  readonly counted: ReadonlyMap<Outcome, number>;
}

const noneCounted: Batch['counted'] = new Map();

/** Makes all checks and yields them in batches as they end; aborting cancels those under way. */
export async function* makeChecks(work: Work, signal: AbortSignal): AsyncGenerator<Batch, void> {
  const [part] = work.parts;
  if (work.parts.length === 1 && part?.portCount === 1) {
    yield { part, checks: [await makeOne(part, work.see, signal)], counted: noneCounted };
    return;
  }
  const swept = work.parts.filter((each) => isSwept(each, work));
  yield* makeMany(
    work.parts.filter((each) => !swept.includes(each)),
    work,
    signal,
  );
  for (const each of swept) yield* sweepPart(each, work, signal);
}

async function makeOne({ host, transport, ports: [port], options }: Part, see: Work['see'], signal: AbortSignal): Promise<Check> {
  if (port === undefined) throw new Error('A part has at least one port.');
  const running = runCheck({ host, transport, port: port.first }, options, signal);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return next.value;
    see(next.value);
  }
}

/** In milliseconds: long enough to save many together, too short for a person to notice. */
const BATCH_EVERY_MS = 50;

async function* makeMany(parts: readonly Part[], { ratePerSecond }: Work, signal: AbortSignal): AsyncGenerator<Batch, void> {
  if (parts.length === 0) return;
  const [{ runMany }, { inBatches }] = await Promise.all([import('../checks/run-many.ts'), import('./in-batches.ts')]);
  for await (const batch of inBatches(runMany({ checks: checksOf(parts), ratePerSecond }, signal), BATCH_EVERY_MS)) {
    const byPart = Map.groupBy(batch, ({ made }) => made.part);
    for (const [part, ended] of byPart) yield { part, checks: ended.map(({ check }) => check), counted: noneCounted };
  }
}

interface PlannedCheck extends CheckToMake {
  readonly part: Part;
}

function* checksOf(parts: readonly Part[]): Generator<PlannedCheck, void> {
  for (const part of parts) {
    const { host, transport, ports, options } = part;
    for (const port of portsOf(ports)) yield { part, target: { host, port, transport }, options };
  }
}

/** Fewer ports than this are done before threads have started. */
const SWEEP_FROM_PORTS = 1_000;

/** Only where nothing but connecting is asked and no pace is kept: on this computer itself. */
function isSwept({ host, transport, portCount, options }: Part, { ratePerSecond }: Work): boolean {
  return transport === 'tcp' && options.connectOnly && portCount >= SWEEP_FROM_PORTS && ratePerSecond === null && isLoopback(host);
}

async function* sweepPart(part: Part, { sweepWorkerFile: workerFile, tellsAll }: Work, signal: AbortSignal): AsyncGenerator<Batch, void> {
  const { sweepRange } = await import('../checks/sweep-range.ts');
  const { host, options } = part;
  for (const ports of part.ports) {
    for await (const batch of sweepRange({ host, ports, options, tellsAll, workerFile }, signal)) yield { part, ...batch };
  }
}
