import type { Check } from '../../../shared/check/check.ts';
import type { LineProblem } from '../../../shared/history/line-problem.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import type { HostLine } from '../../../shared/report/host-line.ts';
import type { CheckLine } from '../../../shared/report/read-check-lines.ts';
import { startTally } from './import-tally.ts';
import type { ImportCounts } from './import-tally.ts';
import { importChecks } from './save-checks.ts';
import { takeHostLine } from '../hosts/take-host-line.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import { writing } from '../writing.ts';

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
    const takeHost = (line: HostLine): void => {
      tally.addHost(line);
      if (!isPreview) takeHostLine(store, line, Date.now());
    };
    for (const batch of inBatches(lines, takeHost)) {
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

/** Checks in batches; `takeHost` gets what is said of a host before the first batch with its checks. */
function* inBatches(lines: Iterable<CheckLine>, takeHost: (line: HostLine) => void): Generator<readonly Check[], void> {
  let batch: Check[] = [];
  for (const line of lines) {
    if (line.kind === 'bad_line') throw new Abandoned(line);
    if (line.kind === 'host') {
      takeHost(line.line);
      continue;
    }
    batch.push(line.check);
    if (batch.length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
