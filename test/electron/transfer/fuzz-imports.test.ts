import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { importLines, type Import } from '../../../electron/store/checks/import-lines.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { setDisplayName } from '../../../electron/store/hosts/host-labels.ts';
import { addNote } from '../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../electron/store/hosts/host-tags.ts';
import { renameHost } from '../../../electron/store/hosts/rename-host.ts';
import { prepared } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import { exportChecks } from '../../../electron/transfer/export-checks.ts';
import { readChunks } from '../../../electron/transfer/read-chunks.ts';
import { readCheckLines } from '../../../shared/report/read-check-lines.ts';
import { nothingLeftOut } from '../../../shared/report/redaction.ts';
import { describeTransferProblem } from '../../../shared/text/describe-transfer-problem.ts';
import { english } from '../../../shared/text/english.ts';
import { tlsCheck } from '../../shared/history/tls-check.ts';
import { textsThatHide } from '../../support/hostile/hidden-text.ts';
import { mutateExport } from '../../support/hostile/mutate-export.ts';
import { repetitions, startRandom } from '../../support/hostile/random.ts';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { never } from './worker-file.ts';

/** How many files are imported; `npm run soak` raises it. */
const FILES = repetitions('SONDE_FUZZED_IMPORTS', 10_000);

/** A history of its own for so many, so that none grows large. */
const FILES_A_HISTORY = 1_000;

function fillHistory(): Store {
  const store = openForTest();
  saveChecks(store, [
    checkOf('a.example', 80),
    checkOf('a.example', 80, { ...refusal, startedAtMs: 1_795_000_060_000 }),
    checkOf('b.example', 21, { startedAtMs: 1_795_000_120_000, vantage: 'the office' }),
    tlsCheck(),
    checkOf('2001:db8::5', 443, { startedAtMs: 1_795_000_180_000 }),
  ]);
  setDisplayName(store, { hostId: 1, displayName: 'The printer' });
  setTags(store, { hostId: 1, tags: ['office', 'second floor'] });
  addNote(store, { hostId: 1, text: 'First\nand second line.', writtenAtMs: 5, editedAtMs: null });
  renameHost(store, { hostId: 2, host: 'renamed.example' });
  return store;
}

async function exportOf(store: Store): Promise<string> {
  let text = '';
  const wanted = { format: 'json_lines', checks: { hostId: null, filter: {} }, redaction: nothingLeftOut } as const;
  for await (const part of exportChecks(store, wanted, never)) {
    if (part.kind === 'unreadable') throw new Error(part.problem.detail);
    expect(part.damagedCount).toBe(0);
    text += part.text;
  }
  return text;
}

/** What is in a history, as far as an import can change it: how much, and, of the newest checks, all. */
interface Standing {
  readonly checkCount: number;
  readonly hostCount: number;
  readonly latestId: number;
  /** Changes with every commit of anybody else: seen from a second connection. */
  readonly version: unknown;
}

function standingOf(store: Store, onlooker: Store): Standing {
  expect(store.database.inTransaction).toBe(false);
  const standing = prepared(store, STANDING).get() as Omit<Standing, 'version'>;
  return { ...standing, version: prepared(onlooker, 'PRAGMA data_version').pluck().get() };
}

const STANDING = `
  SELECT (SELECT count(*) FROM checks) AS checkCount, (SELECT count(*) FROM hosts) AS hostCount,
    (SELECT coalesce(max(id), 0) FROM checks) AS latestId`;

function sentenceOf(end: Import): string | null {
  if (end.kind === 'not_taken') return describeTransferProblem({ kind: 'not_written', problem: end.problem }, english);
  return describeTransferProblem(end, english);
}

/** Imports one file as the window does: preview, then the same for good. Gives how it ended. */
function importOne(path: string, store: Store, onlooker: Store): Import['kind'] {
  const take = (isPreview: boolean): Import =>
    importLines(store, readCheckLines(readChunks(path, () => undefined)), { vantage: null, isPreview });
  const before = standingOf(store, onlooker);
  const preview = take(true);
  expect(standingOf(store, onlooker)).toEqual(before);
  const end = take(false);
  const after = standingOf(store, onlooker);
  expect(end).toEqual(preview);
  if (end.kind === 'taken') {
    const { counts } = end;
    expect(after.checkCount - before.checkCount).toBe(counts.newCheckCount);
    expect(after.hostCount - before.hostCount).toBe(counts.newHostCount);
    expectRows({ path, store, after: before.latestId, count: counts.newCheckCount });
    return end.kind;
  }
  expect(after).toEqual(before);
  expect(sentenceOf(end)).toMatch(/^[^\n]{10,400}$/u);
  expect(textsThatHide(sentenceOf(end))).toEqual([]);
  return end.kind;
}

/** Every check that is new in the history is one of the file, whole. */
function expectRows({
  path,
  store,
  after,
  count,
}: {
  readonly path: string;
  readonly store: Store;
  readonly after: number;
  readonly count: number;
}): void {
  const ids = prepared(store, 'SELECT id FROM checks WHERE id > ? ORDER BY id').pluck().all(after) as number[];
  expect(ids).toHaveLength(count);
  if (count === 0) return;
  const told = [...readCheckLines(readChunks(path, () => undefined))].flatMap((line) =>
    line.kind === 'check' ? [JSON.stringify(line.check)] : [],
  );
  for (const id of ids) {
    const found = readCheck(store, id);
    const check = found.kind === 'read' && found.value !== null ? { ...found.value, id: null } : null;
    expect(told).toContain(JSON.stringify(check));
    expect(textsThatHide(check)).toEqual([]);
  }
}

/** The same check at a moment of its own: what is in the history already would be left out, whatever else is in it. */
function madeLater(line: string, turn: number): string {
  return line.replace(/"startedAtMs":(\d+)/u, (_, startedAtMs) => `"startedAtMs":${Number(startedAtMs) + 1 + turn}`);
}

const ends = new Map<string, number>();
const rounds = Array.from({ length: Math.ceil(FILES / FILES_A_HISTORY) }, (_, round) => round);
const prototypeKeys = Object.getOwnPropertyNames(Object.prototype).toSorted();

test.each(rounds)(
  'a thousand mutated exports crash nothing, and come in whole, as the preview said, or not at all (round %i)',
  async (round) => {
    const store = fillHistory();
    const onlooker = openForTest(store.path.slice(0, store.path.lastIndexOf('/')));
    const lines = (await exportOf(store)).trimEnd().split('\n');
    const folder = temporaryFolder();
    for (let turn = 0; turn < FILES_A_HISTORY; turn += 1) {
      const seed = round * FILES_A_HISTORY + turn;
      const random = startRandom(seed);
      const some = Array.from({ length: 1 + random.below(3) }, () => madeLater(random.pick(lines), turn));
      const { bytes, how } = mutateExport(some, random);
      // Writing over the last one would wait for the disk.
      const path = join(folder, `${turn}.jsonl`);
      writeFileSync(path, bytes);
      try {
        const end = importOne(path, store, onlooker);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      } catch (error) {
        throw new Error(`seed ${seed}, ${how}: ${bytes.toString('utf8').slice(0, 2_000)}`, { cause: error });
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(prototypeKeys);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    // What came in can be handed over again, all of it, what is said of hosts too.
    const again = await exportOf(store);
    expect(
      again
        .trimEnd()
        .split('\n')
        .flatMap((line) => textsThatHide(JSON.parse(line))),
    ).toEqual([]);
    const copy = openForTest();
    expect(importLines(copy, readCheckLines([Buffer.from(again)]), { vantage: null, isPreview: false })).toMatchObject({ kind: 'taken' });
    expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok');
  },
  120_000,
);

test('the files were of both sorts: many came in, many more did not', () => {
  expect(ends.get('taken') ?? 0).toBeGreaterThan(FILES / 20);
  expect(ends.get('bad_line') ?? 0).toBeGreaterThan(FILES / 4);
  expect([...ends.keys()].toSorted()).toEqual(['bad_line', 'taken']);
});
