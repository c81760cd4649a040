import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { readKeptCase } from '../../../../electron/store/cases/read-case.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest, temporaryFolder } from '../open-for-test.ts';
import { exitCode, processFile, start } from '../run-process.ts';
import { sampleCheck } from '../sample-check.ts';

describe('a process that is killed', () => {
  test('loses no entry of a case it acknowledged and leaves none in half, 10 times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const folder = temporaryFolder();
      const prepared = openForTest(folder);
      saveCheck(prepared, sampleCheck());
      closeStore(prepared);
      const child = start([process.execPath, processFile('add-for-ever.ts'), folder, 'note']);
      const output = text(child.stdout);
      await once(child.stdout, 'data');
      await pause(round * 6);
      child.kill('SIGKILL');
      await exitCode(child);
      // The kill may cut the last line; what was said before it counts.
      const lines = (await output).split('\n').slice(0, -1);
      expect(lines.length).toBeGreaterThan(0);
      expectKept(folder, lines);
    }
  });
});

function expectKept(folder: string, acknowledged: readonly string[]): void {
  const store = openForTest(folder);
  const read = readKeptCase(store, 1);
  if (read.kind === 'unreadable' || read.value === null) throw new Error('There is no case.');
  const { entries, entryCount, unreadableCount } = read.value;
  const notes = entries.flatMap((entry) => (entry.kind === 'noted' ? [entry.text] : []));
  expect(notes.filter((note) => acknowledged.includes(note))).toEqual(acknowledged);
  expect([entries[0]?.kind, entries.length, unreadableCount]).toEqual(['checked', entryCount, 0]);
  expect(store.database.pragma('quick_check', { simple: true })).toBe('ok');
  expectConsistent(store);
  closeStore(store);
}
