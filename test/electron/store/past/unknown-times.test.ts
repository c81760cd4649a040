import { describe, expect, test } from 'vitest';

import { pageChecks } from '../../../../electron/store/checks/page-checks.ts';
import { readStatistics } from '../../../../electron/store/past/read-statistics.ts';
import { readTimeline } from '../../../../electron/store/past/read-timeline.ts';
import { importChecks, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import type { Check } from '../../../../shared/check/check.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf } from '../sample-check.ts';

/** As a paste leaves it: what it does not tell is 0. */
function withoutTimes(check: Check): Check {
  return {
    ...check,
    durationMs: 0,
    addresses: check.addresses.map((attempt) => ({ ...attempt, durationMs: 0 })),
    stages: check.stages.map((record) => ({ ...record, durationMs: 0 })),
  };
}

const timed = checkOf('a.example', 80, { startedAtMs: 1_000 });
/** What others saw does not count at all; a check that was imported as one from here may lack its times, too. */
const pasted = withoutTimes(checkOf('a.example', 80, { startedAtMs: 2_000 }));
const span = { hostId: 1, port: 80, transport: 'tcp', fromMs: null, toMs: null } as const;

async function expectOnlyTold(store: Store): Promise<void> {
  const statistics = await readStatistics(store, span);
  expect(statistics).toMatchObject({ kind: 'read', value: { checkCount: 2, succeededShare: 1 } });
  const phases = statistics.kind === 'read' ? statistics.value.phases : [];
  expect(phases.map(({ stage, count, minMs }) => [stage, count, minMs])).toEqual([
    ['resolve', 1, 3],
    ['connect', 1, 12.5],
    ['greeting', 1, 20],
  ]);
  const timeline = await readTimeline(store, { ...span, cellCount: 1 });
  expect(timeline).toMatchObject({ value: { cells: [{ checkCount: 2, reply: { minMs: 12.5, maxMs: 12.5 } }] } });
}

describe('a check whose times nobody told', () => {
  test('counts as a check, and its times as none', async () => {
    const store = openForTest();
    saveChecks(store, [timed]);
    importChecks(store, [pasted]);
    await expectOnlyTold(store);
    expect(pageChecks(store, { hostId: 1, limit: 10 })).toMatchObject({ rows: [{ replyMs: null }, { replyMs: 12.5 }] });
  });

  test('counts no other way when it was saved before its times were left out', async () => {
    const store = openForTest();
    saveChecks(store, [timed]);
    importChecks(store, [pasted]);
    store.database.exec('UPDATE checks SET reply_ms = 0, resolve_ms = 0, connect_ms = 0, greeting_ms = 0 WHERE id = 2');
    await expectOnlyTold(store);
  });
});
