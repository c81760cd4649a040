import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import type { Store } from '../../../electron/store/store.ts';
import { openForTest, temporaryFolder } from './open-for-test.ts';
import { processFile, run, start } from './run-process.ts';

describe('several processes', () => {
  test('make and write one new history at the same moment, and every check is there', async () => {
    for (let round = 0; round < 4; round += 1) {
      const folder = temporaryFolder();
      const names = ['a', 'b', 'c', 'd'];
      const children = names.map((name) => start([process.execPath, processFile('save-on-signal.ts'), folder, '50', name]));
      await Promise.all(children.map((child) => once(child.stdout, 'data')));
      for (const child of children) child.stdin.end('go\n');
      const outputs = await Promise.all(children.map((child) => text(child.stdout)));
      const complaints = await Promise.all(children.map((child) => text(child.stderr)));
      expect(complaints).toEqual(['', '', '', '']);
      const saved = outputs.flatMap((output) => JSON.parse(output) as { kind: string; id: number }[]);
      expect(saved.filter((one) => one.kind !== 'saved')).toEqual([]);
      expectWhole(openForTest(folder), {
        checks: 200,
        vantages: names.flatMap((name) => Array.from({ length: 50 }, (_, index) => `${name} ${index}`)),
      });
      expect(new Set(saved.map((one) => one.id)).size).toBe(200);
    }
  });
});

const straceProblem = findStraceProblem();

describe('an acknowledgement', () => {
  test('comes only after the commit was forced to the disk', async (context) => {
    if (straceProblem !== null) context.skip(straceProblem);
    const folder = temporaryFolder();
    const log = join(folder, 'trace');
    const child = [process.execPath, processFile('save-for-ever.ts'), join(folder, 'data'), '500', 'traced'];
    await run(['strace', '-f', '-qq', '-e', 'trace=fdatasync,fsync,write', '-e', 'signal=none', '-o', log, ...child]);
    const calls = readFileSync(log, 'utf8').split('\n');
    const syncsBeforeEach = countSyncs(calls);
    expect(syncsBeforeEach).toHaveLength(500);
    expect(Math.min(...syncsBeforeEach)).toBeGreaterThanOrEqual(1);
  }, 120_000);
});

/** For each acknowledgement written to stdout, how often the disk was waited for since the one before. */
function countSyncs(calls: readonly string[]): readonly number[] {
  const counts: number[] = [];
  let sinceLast = 0;
  for (const call of calls) {
    if (/\bf(data)?sync\(\d+\)\s+= 0/u.test(call)) sinceLast += 1;
    if (!/\bwrite\(1, "\d+ traced-/u.test(call)) continue;
    counts.push(sinceLast);
    sinceLast = 0;
  }
  return counts;
}

function findStraceProblem(): string | null {
  if (process.platform !== 'linux') return 'strace exists on Linux only';
  const trial = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']);
  if (trial.error !== undefined) return 'strace is not installed';
  return trial.status === 0 ? null : 'strace may not trace here (ptrace is forbidden)';
}

function expectWhole(store: Store, { checks, vantages }: { checks: number; vantages: readonly string[] }): void {
  expect(store.database.pragma('quick_check', { simple: true })).toBe('ok');
  expect(store.database.pragma('foreign_key_check')).toEqual([]);
  expect(countChecks(store)).toEqual({ kind: 'read', value: checks });
  const ids = store.database.prepare('SELECT check_id FROM check_documents ORDER BY check_id').pluck().all();
  expect(ids).toEqual(Array.from({ length: checks }, (_, index) => index + 1));
  const read = ids.map((id) => readCheck(store, Number(id)));
  expect(read.map((reading) => (reading.kind === 'read' ? reading.value?.vantage : reading.problem)).toSorted()).toEqual(
    vantages.toSorted(),
  );
}
