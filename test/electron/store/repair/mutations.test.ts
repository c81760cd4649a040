import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { Check } from '../../../../shared/check/check.ts';
import { pageChecks } from '../../../../electron/store/checks/page-checks.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { findDamage } from '../../../../electron/store/repair/find-damage.ts';
import { repair } from '../../../../electron/store/repair/repair.ts';
import { closeStore, type Store } from '../../../../electron/store/store.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { fileIn, openForTest, folderInMemory } from '../open-for-test.ts';
import { seeded } from '../seeded.ts';
import { mutationsWith } from './mutate.ts';
import { filesIn, layDown, sampleHistory } from './sample-history.ts';

/** So many in one run; SONDE_MUTATIONS=1000 is what the soak does. */
const count = Number(process.env['SONDE_MUTATIONS'] ?? 400);

/** Another one tries others: SONDE_SEED=7. */
const seed = Number(process.env['SONDE_SEED'] ?? 20_261_120);

/** What a check of a number may look like: as it was saved, or as the other history has it whose log was put here. */
type Known = (id: number) => readonly (Check | undefined)[];

describe(`a history file that was changed behind Sonde's back, ${count} seeded times`, () => {
  test(
    'opens or says why, shows no check that was not saved, and after a repair is whole, with the damaged bytes kept',
    { timeout: 240_000 + count * 1_000 },
    () => {
      const sample = sampleHistory('a');
      const other = sampleHistory('b');
      const mutations = mutationsWith(other.files);
      const next = seeded(seed);
      const folder = join(folderInMemory(), 'data');
      const ends = { repaired: 0, sound: 0, refused: 0 };
      for (let round = 0; round < count; round += 1) {
        const { name, mutate } = mutations[round % mutations.length]!;
        const backups = round % 2 === 0 ? [sample.backupPath] : [];
        const known: Known = (id) => [sample.checks.get(id), ...(name === 'the log of another history' ? [other.checks.get(id)] : [])];
        layDown(folder, mutate(sample.files, next));
        expectTrue(`${name} ${round}`, () => {
          lookThrough(folder, known);
          ends[repairOnce(folder, backups, known)] += 1;
        });
      }
      expect(ends.repaired).toBeGreaterThan(count / 3);
      expect(ends.refused).toBeLessThan(count / 10);
    },
  );
});

/** Names the round in what fails. */
function expectTrue(round: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`Round ${round}`, { cause: error });
  }
}

function lookThrough(folder: string, known: Known): void {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') return;
  try {
    listHosts(opening.store, { limit: 100 });
    pageChecks(opening.store, { hostId: 1, limit: 100 });
    expectKnown(opening.store, known);
  } finally {
    closeStore(opening.store);
  }
}

function expectKnown(store: Store, known: Known): number {
  let found = 0;
  for (let id = 1; id <= 120; id += 1) {
    const reading = readCheck(store, id);
    if (reading.kind === 'unreadable' || reading.value === null) continue;
    found += 1;
    // The number of a case may come later.
    const shown = { ...reading.value, caseId: null };
    expect(known(id).some((check) => JSON.stringify({ ...check, caseId: null }) === JSON.stringify(shown))).toBe(true);
  }
  return found;
}

function repairOnce(folder: string, backups: readonly string[], known: Known): 'repaired' | 'sound' | 'refused' {
  const path = fileIn(folder);
  const before = filesIn(folder);
  const end = repair({ path, backups, nowMs: Date.now() }, () => undefined);
  if (end.kind === 'not_repaired') throw new Error(end.problem.detail);
  if (end.kind === 'refused') {
    // A flipped bit may make it the history of a newer Sonde, or of another program: that is not for us to decide.
    expect(['newer_schema', 'not_a_store']).toContain(end.problem.kind);
    expect(filesIn(folder)).toEqual(before);
    return 'refused';
  }
  if (end.kind === 'repaired') {
    expect(filesIn(end.quarantine)).toEqual(before);
    expect(repair({ path, backups, nowMs: Date.now() }, () => undefined)).toEqual({ kind: 'sound' });
  }
  const store = openForTest(folder);
  expect(findDamage(store.database)).toBeNull();
  expectConsistent(store);
  const found = expectKnown(store, known);
  if (end.kind === 'repaired') {
    expect(found).toBe((end.counts?.salvagedCount ?? 0) + (end.counts?.fromBackupCount ?? 0));
    if (backups.length > 0) expect(found).toBeGreaterThanOrEqual(60);
  }
  closeStore(store);
  return end.kind;
}
