import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { countChecksOf } from '../../../electron/store/checks/count-checks-of.ts';
import { findHost } from '../../../electron/store/hosts/find-host.ts';
import { findLastSuccess } from '../../../electron/store/checks/find-last-success.ts';
import { listTags, setTags } from '../../../electron/store/hosts/host-tags.ts';
import { listHosts } from '../../../electron/store/hosts/list-hosts.ts';
import { beginMerge, mergeSlice } from '../../../electron/store/hosts/merge-hosts.ts';
import { openStore } from '../../../electron/store/open.ts';
import { pageChecks } from '../../../electron/store/checks/page-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { readHost } from '../../../electron/store/hosts/read-host.ts';
import { readStatistics } from '../../../electron/store/past/read-statistics.ts';
import { removeSlice } from '../../../electron/store/checks/remove-checks.ts';
import { saveCheck, saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import { listTrash } from '../../../electron/store/hosts/trash.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { checkOf, sampleCheck } from './sample-check.ts';

const everything = { hostId: 1, limit: 500 } as const;

describe('a damaged history', () => {
  test('says "damaged" where the damage is, and does not throw', () => {
    const folder = temporaryFolder();
    const bytes = bytesOfHistory();
    // Every page but those of the schema: the file opens, and the first look into a table meets it.
    for (const page of pagesOutsideSchema(bytes)) bytes.fill(0xff, (page - 1) * 4_096, page * 4_096);
    writeFileSync(fileIn(folder), bytes);
    const store = openForTest(folder);
    const damaged = { kind: 'unreadable', problem: { kind: 'damaged', path: fileIn(folder) } };
    expect(listHosts(store, { limit: 10 })).toMatchObject(damaged);
    expect(pageChecks(store, everything)).toMatchObject(damaged);
    expect(readCheck(store, 1)).toMatchObject(damaged);
    expect(saveCheck(store, sampleCheck())).toMatchObject({ kind: 'not_saved', problem: { kind: 'damaged' } });
  });

  test('never throws and never shows a check that was not saved, wherever 300 seeded faults hit the file', async () => {
    const folder = temporaryFolder();
    const bytes = bytesOfHistory();
    const next = randomNumbers(20_261_120);
    const reached = { opened: 0, refused: 0 };
    for (let round = 0; round < 300; round += 1) {
      writeFileSync(fileIn(folder), broken(bytes, next));
      const opening = openStore(folder);
      reached[opening.kind === 'open' ? 'opened' : 'refused'] += 1;
      if (opening.kind === 'unusable') continue;
      useAll(opening.store);
      await readStatistics(opening.store, { hostId: 2, port: 2, transport: 'tcp', fromMs: null, toMs: null });
      closeStore(opening.store);
    }
    expect(reached.opened).toBeGreaterThan(20);
    expect(reached.refused).toBeGreaterThan(20);
  });
});

function pagesOutsideSchema(bytes: Buffer): readonly number[] {
  const database = new Database(bytes.fill(1, 18, 20));
  const ofSchema = new Set(database.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all());
  database.close();
  bytes.fill(2, 18, 20);
  return Array.from({ length: bytes.length / 4_096 }, (_, index) => index + 1).filter((page) => !ofSchema.has(page));
}

function bytesOfHistory(): Buffer {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  saveChecks(
    store,
    Array.from({ length: 60 }, (_, index) => checkOf(`host${index % 7}.example`, 1 + index)),
  );
  closeStore(store);
  return readFileSync(fileIn(folder));
}

function useAll(store: Store): void {
  listHosts(store, { limit: 100 });
  findHost(store, 'host3.example');
  readHost(store, 3);
  listTags(store);
  listTrash(store);
  countChecksOf(store, { hostId: 3, endpoint: null });
  findLastSuccess(store, 7);
  setTags(store, { hostId: 3, tags: ['x'] });
  for (const order of ['outcome', 'port', 'address', 'reply'] as const) pageChecks(store, { ...everything, order, filter: { text: 'f' } });
  removeSlice(store, { firstId: 1, lastId: 3 });
  beginMerge(store, { hostId: 1, intoHostId: 2, nowMs: 1 });
  mergeSlice(store);
  const listing = pageChecks(store, everything);
  for (const { id } of listing.kind === 'listed' ? listing.rows : []) {
    const reading = readCheck(store, id);
    if (reading.kind === 'read' && reading.value !== null) expect(reading.value.vantage).toBe('here');
  }
  saveCheck(store, sampleCheck());
}

/** One fault of the kinds disks and copies have: a flipped bit, a page of zeros, a page in the wrong place, an early end. */
function broken(bytes: Buffer, next: (below: number) => number): Buffer {
  const damaged = Buffer.from(bytes);
  const page = () => 4_096 * next(damaged.length / 4_096);
  switch (next(4)) {
    case 0: {
      const at = next(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << next(8));
      return damaged;
    }
    case 1:
      return damaged.fill(0, page()).subarray(0, damaged.length);
    case 2:
      damaged.copy(damaged, page(), page()).toString();
      return damaged;
    default:
      return damaged.subarray(0, next(damaged.length));
  }
}

/** Numbers below a bound, the same for every run of one seed (a linear congruential generator, Numerical Recipes). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
