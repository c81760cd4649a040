import type { Check } from '../../shared/check/check.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import type { LineProblem } from '../../shared/history/line-problem.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { CheckLine } from '../../shared/report/read-check-lines.ts';
import { importChecks } from './save-checks.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import { writing } from './writing.ts';

/** What a file of checks brings. */
export interface ImportCounts {
  /** Checks that were not there. */
  readonly newCheckCount: number;
  /** Checks that were there already, or twice in the file: left out. */
  readonly knownCheckCount: number;
  /** Hosts that were not there. */
  readonly newHostCount: number;
  readonly hostCount: number;
  readonly outcomeCounts: ReadonlyMap<Outcome, number>;
  /** Unix milliseconds; null without a check. */
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
}

/** How taking in a file ended. But for `taken` nothing was changed. */
export type Import =
  | { readonly kind: 'taken'; readonly counts: ImportCounts }
  | { readonly kind: 'bad_line'; readonly problem: LineProblem }
  | { readonly kind: 'not_taken'; readonly problem: StoreProblem };

/** How to take in a file. */
export interface ImportOrder {
  /** Where its checks were made, in place of "here"; null leaves it as it is. */
  readonly vantage: string | null;
  /** Only tells what would come, and writes nothing. */
  readonly isPreview: boolean;
}

/** Takes in checks, all of them in one transaction or none. Others who want to write wait meanwhile. Never throws for reasons of the disk or the file. */
export function importLines(store: Store, lines: Iterable<CheckLine>, { vantage, isPreview }: ImportOrder): Import {
  const tally = startTally(store);
  const take = (): ImportCounts => {
    for (const batch of inBatches(lines)) {
      const checks = batch.map((check) => (vantage === null || check.vantage !== 'here' ? check : { ...check, vantage })).filter(tally.add);
      const saved = isPreview ? null : importChecks(store, checks);
      if (saved?.kind === 'not_saved') throw new Abandoned({ kind: 'not_taken', problem: saved.problem });
    }
    return tally.read();
  };
  try {
    if (isPreview) {
      const read = reading(store, () => ({ kind: 'read', value: take() }) as const);
      return read.kind === 'read' ? { kind: 'taken', counts: read.value } : { kind: 'not_taken', problem: read.problem };
    }
    const written = writing(store, take);
    return written.kind === 'committed' ? { kind: 'taken', counts: written.value } : { kind: 'not_taken', problem: written.problem };
  } catch (error) {
    if (error instanceof Abandoned) return error.end;
    throw error;
  }
}

/** Thrown to roll the transaction back: nothing else makes better-sqlite3 do it. */
class Abandoned extends Error {
  readonly end: Import;

  constructor(end: Import) {
    super(end.kind);
    this.end = end;
  }
}

/** One savepoint a check would cost more than its rows. */
const BATCH_LENGTH = 500;

function* inBatches(lines: Iterable<CheckLine>): Generator<readonly Check[], void> {
  let batch: Check[] = [];
  for (const line of lines) {
    if (line.kind === 'bad_line') throw new Abandoned(line);
    batch.push(line.check);
    if (batch.length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function startTally(store: Store): { readonly add: (check: Check) => boolean; readonly read: () => ImportCounts } {
  const seen = new Set<string>();
  const hosts = new Map<string, 'new' | 'known'>();
  const outcomeCounts = new Map<Outcome, number>();
  let knownCheckCount = 0;
  let earliestMs: number | null = null;
  let latestMs: number | null = null;
  return {
    add: ({ target, outcome, startedAtMs, durationMs }) => {
      const { host, port, transport } = target;
      const key = `${host} ${port} ${transport} ${startedAtMs} ${durationMs}`;
      if (!hosts.has(host)) hosts.set(host, prepared(store, HOST_ID).get({ host }) === undefined ? 'new' : 'known');
      const isThere = hosts.get(host) === 'known' && prepared(store, SAME_CHECK).get({ ...target, startedAtMs, durationMs }) !== undefined;
      if (seen.has(key) || isThere) {
        knownCheckCount += 1;
        return false;
      }
      seen.add(key);
      outcomeCounts.set(outcome, (outcomeCounts.get(outcome) ?? 0) + 1);
      earliestMs = Math.min(earliestMs ?? startedAtMs, startedAtMs);
      latestMs = Math.max(latestMs ?? startedAtMs, startedAtMs);
      return true;
    },
    read: () => ({
      newCheckCount: seen.size,
      knownCheckCount,
      newHostCount: [...hosts.values()].filter((state) => state === 'new').length,
      hostCount: hosts.size,
      outcomeCounts,
      earliestMs,
      latestMs,
    }),
  };
}

/** The number of a host by its name or a former one, deleted ones too: an import takes them back. */
const HOST_ID = `
  SELECT id FROM hosts WHERE host = @host
  UNION ALL
  SELECT host_id FROM former_names WHERE host = @host`;

/** A check of the same endpoint that began in the same millisecond and took as long to a thousandth of one: the same check. */
export const SAME_CHECK = `
  SELECT 1 FROM checks
  WHERE host_id = (${HOST_ID} LIMIT 1) AND port = @port AND transport = @transport AND started_at_ms = @startedAtMs
    AND duration_ms = @durationMs`;
