import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { saveCheck } from '../../electron/store/checks/save-checks.ts';
import type { Store } from '../../electron/store/store.ts';
import { closeStore } from '../../electron/store/store.ts';
import type { Check } from '../../shared/check/check.ts';
import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory, openHistory } from './history/long-history.ts';
import { makePast } from './history/past.ts';
import { quantile } from './history/quantile.ts';

/** In turns, so that a busy disk hits all alike; each round is longer than the time between two checkpoints. */
const ROUNDS = 20;
const CHECKS_A_ROUND = 150;

/** What it costs that "saved" is said only after the disk has it, and that everything can be found again. */
export const bench: Bench = {
  title: 'saving checks into a history of 1 000 000, one durable transaction each',
  blockers: () => [],
  run: async () => {
    const folder = longHistory(LONG);
    const store = openHistory(folder);
    const checks = newChecks();
    const take = () => Array.from({ length: CHECKS_A_ROUND }, () => checks.next().value as Check);
    const pages = Buffer.alloc(bytesOfOne(store, take()));
    const contestants = {
      sonde: (made: readonly Check[]) => saveAll(store, made),
      pages: writer(join(folder, 'pages'), () => pages),
      document: writer(join(folder, 'document'), (check) => JSON.stringify(check)),
    };
    const durationsMs: Record<keyof typeof contestants, number[]> = { sonde: [], pages: [], document: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const made = take();
      for (const name of ['sonde', 'pages', 'document'] as const) {
        const startedMs = performance.now();
        contestants[name](made);
        durationsMs[name].push((performance.now() - startedMs) / CHECKS_A_ROUND);
      }
    }
    closeStore(store);
    return findings(durationsMs, pages.length);
  },
};

/** Checks that were not made yet, of the same hosts. */
function* newChecks(): Generator<Check> {
  for (const check of makePast({ checkCount: 100_000, hostCount: LONG.hostCount })) {
    yield { ...check, startedAtMs: check.startedAtMs + 400 * 86_400_000 };
  }
}

/** How many bytes saving a check writes: the pages of the table and of its indexes that it changes. */
function bytesOfOne(store: Store, checks: readonly Check[]): number {
  store.database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0');
  saveAll(store, checks);
  const sizeBytes = statSync(`${store.path}-wal`).size / checks.length;
  store.database.exec('PRAGMA wal_autocheckpoint = 1000');
  return Math.round(sizeBytes);
}

function saveAll(store: Store, checks: readonly Check[]): void {
  for (const check of checks) {
    const saved = saveCheck(store, check);
    if (saved.kind === 'not_saved') throw new Error(`${saved.problem.kind}: ${saved.problem.detail}`);
  }
}

/** Bytes, forced to the disk, and nothing that finds them again. */
function writer(path: string, bytesOf: (check: Check) => Buffer | string): (checks: readonly Check[]) => void {
  return (checks) => {
    const file = openSync(path, 'a');
    for (const check of checks) {
      writeSync(file, Buffer.from(bytesOf(check)));
      fdatasyncSync(file);
    }
    closeSync(file);
  };
}

function findings(durationsMs: Record<'sonde' | 'pages' | 'document', readonly number[]>, sizeBytes: number): readonly Finding[] {
  const medianMs = (values: readonly number[]): number => quantile(values, 0.5);
  const [sondeMs, pagesMs, documentMs] = [medianMs(durationsMs.sonde), medianMs(durationsMs.pages), medianMs(durationsMs.document)];
  const kilobytes = Math.round(sizeBytes / 1_000);
  return [
    { name: 'a check saved', value: sondeMs, unit: 'ms', atMost: null },
    { name: `the ${kilobytes} kB that this writes, written and forced to the disk`, value: pagesMs, unit: 'ms', atMost: null },
    { name: 'its document alone, written and forced to the disk', value: documentMs, unit: 'ms', atMost: null },
    { name: 'a check saved / the same bytes written', value: sondeMs / pagesMs, unit: 'x', atMost: 2 },
    { name: 'a check saved / its document written', value: sondeMs / documentMs, unit: 'x', atMost: null },
  ];
}
