import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createExportChecks } from '../../../electron/ipc/export-stream.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import type { CheckedRequestOf, RequestOf } from '../../../shared/ipc/types.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import * as v from 'valibot';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { personNaming } from './dialogs.ts';
import { told } from './told.ts';

const never = new AbortController().signal;

/** a.example with so many checks, every fifth refused, and b.example with one. */
function historyOf(count: number): StoreOpening {
  const store = openForTest();
  const ofA = Array.from({ length: count }, (_, index) =>
    checkOf('a.example', 80, { startedAtMs: 1_000 + index, ...(index % 5 === 0 ? refusal : {}) }),
  );
  saveChecks(store, [...ofA, checkOf('b.example', 443)]);
  return { kind: 'open', store };
}

function asked(request: RequestOf<'exportChecks'>): CheckedRequestOf<'exportChecks'> {
  return v.parse(contract.exportChecks.request, request);
}

const all = asked({ format: 'json_lines', checks: { hostId: null } });

describe('exportChecks for the window', () => {
  test('writes what was chosen where the person says, and tells how far it is', async () => {
    const path = join(temporaryFolder(), 'out.jsonl');
    const { dialogs, suggested } = personNaming(path);
    const write = createExportChecks({ history: historyOf(500), dialogs });
    const request = asked({ format: 'json_lines', checks: { hostId: 1, filter: { kind: 'failures' } } });
    const events = await told('exportChecks', write(request, never));
    expect(events[0]).toEqual({ kind: 'choosing' });
    expect(events[1]).toEqual({ kind: 'counted', doneCount: expect.any(Number) as number, totalCount: 100 });
    expect(events.at(-1)).toEqual({ kind: 'written', path, sizeBytes: statSync(path).size, checkCount: 100, damagedCount: 0 });
    expect(suggested[0]).toMatch(/^sonde-a\.example-\d{4}-\d\d-\d\d\.jsonl$/u);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(100);
    expect(lines.every((line) => line.includes('"refused"'))).toBe(true);
  });

  test('writes rows for a spreadsheet, without names in them or in the name of the file', async () => {
    const path = join(temporaryFolder(), 'out.csv');
    const { dialogs, suggested } = personNaming(path);
    const redaction = { addresses: true, names: true, notes: true };
    const request = asked({ format: 'csv', checks: { hostId: 1, filter: { text: 'nothing' } }, redaction });
    const events = await told('exportChecks', createExportChecks({ history: historyOf(3), dialogs })(request, never));
    expect(events.at(-1)).toMatchObject({ kind: 'written', checkCount: 0 });
    const everything = asked({ format: 'csv', checks: { hostId: 1 }, redaction });
    await told('exportChecks', createExportChecks({ history: historyOf(3), dialogs })(everything, never));
    expect(readFileSync(path, 'utf8')).not.toMatch(/a\.example|203\.0\.113/u);
    expect(suggested[0]).toMatch(/^sonde-\d/u);
  });

  test('knows how many of all checks there are before, and of a search it does not', async () => {
    const { dialogs } = personNaming(join(temporaryFolder(), 'out.jsonl'));
    const write = createExportChecks({ history: historyOf(500), dialogs });
    expect(await told('exportChecks', write(all, never))).toContainEqual({
      kind: 'counted',
      doneCount: expect.any(Number) as number,
      totalCount: 501,
    });
    const search = asked({ format: 'csv', checks: { hostId: null, filter: { fromMs: 1 } } });
    expect(await told('exportChecks', write(search, never))).toContainEqual({
      kind: 'counted',
      doneCount: expect.any(Number) as number,
      totalCount: null,
    });
  });

  test('that is dismissed, or of a host that is gone, writes nothing', async () => {
    const history = historyOf(1);
    const dismissed = createExportChecks({ history, dialogs: personNaming(null).dialogs });
    expect(await told('exportChecks', dismissed(all, never))).toEqual([{ kind: 'choosing' }, { kind: 'dismissed' }]);
    const path = join(temporaryFolder(), 'out.jsonl');
    const write = createExportChecks({ history, dialogs: personNaming(path).dialogs });
    expect(await told('exportChecks', write(asked({ format: 'csv', checks: { hostId: 99 } }), never))).toEqual([{ kind: 'gone' }]);
    expect(existsSync(path)).toBe(false);
  });

  test('that is stopped leaves the old file as it was, and nothing beside it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'out.jsonl');
    writeFileSync(path, 'mine');
    const stop = new AbortController();
    const write = createExportChecks({ history: historyOf(2_000), dialogs: personNaming(path).dialogs });
    const events = await told('exportChecks', write(all, stop.signal), ({ kind }) => {
      if (kind === 'counted') stop.abort();
    });
    expect(events.at(-1)).toEqual({ kind: 'stopped' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
  });

  test('to a place that takes no file says why', async () => {
    const path = join(temporaryFolder(), 'nowhere', 'out.jsonl');
    const write = createExportChecks({ history: historyOf(1), dialogs: personNaming(path).dialogs });
    const events = await told('exportChecks', write(all, never));
    expect(events.at(-1)).toMatchObject({ kind: 'file_not_written', problem: { path } });
  });

  test('of a history that did not open says why', async () => {
    const problem = { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } as const;
    const write = createExportChecks({ history: { kind: 'unusable', problem }, dialogs: personNaming(null).dialogs });
    expect(await told('exportChecks', write(all, never))).toEqual([{ kind: 'unreadable', problem }]);
  });
});
