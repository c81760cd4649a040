import { describe, expect, test } from 'vitest';

import { gatherEvidence } from '../../../electron/cases/gather-evidence.ts';
import { addToCase } from '../../../electron/store/cases/add-to-case.ts';
import { closeCase } from '../../../electron/store/cases/close-case.ts';
import { rememberSystem } from '../../../electron/store/hosts/host-system.ts';
import { renameHost } from '../../../electron/store/hosts/rename-host.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import { trashHosts } from '../../../electron/store/hosts/trash.ts';
import { evaluate, type Evaluation } from '../../../shared/guidance/evaluate.ts';
import type { GatheredEvidence } from '../../../shared/guidance/gathered-evidence.ts';
import { earlierChecks } from '../../../shared/guidance/reading/other-checks.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import type { NewEntry } from '../../../shared/ipc/new-entry.ts';
import { openForTest } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';

const HOUR_MS = 3_600_000;
const CHECKED_MS = 1_800_000_000_000;

describe('gathering evidence', () => {
  test('finds the last success, however many checks of other ports came since', async () => {
    const store = openForTest();
    const watched = Array.from({ length: 700 }, (_, index) => checkOf('a.example', 443, { startedAtMs: CHECKED_MS - 700 + index }));
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: CHECKED_MS - 48 * HOUR_MS }), ...watched]);
    const id = failNow(store);
    const { evidence, lastSuccessId, counts } = await gatherAbout(store, id);
    expect(lastSuccessId).toBe(1);
    expect(evidence.checks.filter(({ target }) => target.port === 443).length).toBeLessThan(10);
    expect(counts).toEqual({ all: 2, changes: 1, failures: 1 });
    expect(guide(await gatherAbout(store, id)).path.map(({ node }) => node)).toContain('connects_elsewhere');
  });

  test('brings what other places saw within a day, and what is near in time at other ports', async () => {
    const store = openForTest();
    const id = failNow(store);
    saveChecks(store, [
      checkOf('a.example', 80, { vantage: 'customer', outcome: 'timed_out', startedAtMs: CHECKED_MS + HOUR_MS }),
      checkOf('a.example', 80, { vantage: 'long ago', startedAtMs: CHECKED_MS - 90 * 24 * HOUR_MS }),
      checkOf('a.example', 22, { startedAtMs: CHECKED_MS + 60_000 }),
      checkOf('a.example', 25, { startedAtMs: CHECKED_MS - 3 * HOUR_MS }),
      checkOf('b.example', 80, { startedAtMs: CHECKED_MS + 1 }),
    ]);
    const { evidence } = await gatherAbout(store, id);
    expect(evidence.checks.map(({ vantage, target }) => `${vantage} ${target.port}`).toSorted()).toEqual([
      'customer 80',
      'here 22',
      'long ago 80',
    ]);
  });

  test('resumes the case: measured, pasted, typed and answered, and asks what a change overtook', async () => {
    const store = openForTest();
    const id = failNow(store);
    add(store, id, { kind: 'answered', inquiry: 'right_port', answer: 'yes' });
    add(store, id, { kind: 'declined', request: { kind: 'local_firewall' } });
    add(store, id, { kind: 'typed', slot: 'zone', value: 'public' });
    add(store, id, { kind: 'answered', inquiry: 'listening', answer: 'nowhere' });
    add(store, id, { kind: 'taken_back', inquiry: 'listening' });
    const { evidence, answers, case: kept } = await gatherAbout(store, id);
    expect(evidence).toMatchObject({ typed: { zone: 'public' }, changedAtMs: null, measurements: [{ finding: { reason: 'declined' } }] });
    expect(answers).toEqual({ right_port: { answer: 'yes', atMs: CHECKED_MS + 1 } });
    expect(kept).toMatchObject({ id: 1, entryCount: 6 });
    add(store, id, runs);
    closeCase(store, { caseId: 1, isReminded: true, nowMs: CHECKED_MS });
    // Another case of the same server: what was changed there counts here.
    const other = idsOf(saveChecks(store, [checkOf('a.example', 443, { startedAtMs: CHECKED_MS })]));
    expect(await gatherAbout(store, other)).toMatchObject({ evidence: { changedAtMs: CHECKED_MS + 1, typed: {} }, case: null });
    // The closed case is still that of its check.
    expect(await gatherAbout(store, id)).toMatchObject({ case: { id: 1 }, evidence: { typed: { zone: 'public' } } });
  });

  test('counts what was checked under a former name as the past of the same endpoint', async () => {
    const store = openForTest();
    saveChecks(store, [checkOf('old.example', 80, { startedAtMs: CHECKED_MS - HOUR_MS })]);
    renameHost(store, { hostId: 1, host: 'a.example' });
    const gathered = await gatherAbout(store, failNow(store));
    expect(gathered).toMatchObject({ lastSuccessId: 1, evidence: { check: { target: { host: 'a.example' } } } });
    expect(earlierChecks(gathered.evidence)).toMatchObject([{ target: { host: 'old.example' } }]);
  });

  test('asks for the system of a server once', async () => {
    const store = openForTest();
    const id = failNow(store);
    rememberSystem(store, { hostId: 1, system: 'windows', nowMs: 5 });
    const gathered = await gatherAbout(store, id);
    expect(gathered.evidence.facts).toEqual([{ kind: 'system', system: 'windows', source: 'remembered', line: null, atMs: 5 }]);
    expect(guide(gathered).next).not.toMatchObject({ inquiry: 'system' });
  });

  test('takes the newest check of an endpoint, made here where there is one', async () => {
    const store = openForTest();
    failNow(store);
    const endpoint = { kind: 'endpoint', hostId: 1, port: 80, transport: 'tcp' } as const;
    saveChecks(store, [checkOf('a.example', 80, { vantage: 'customer', startedAtMs: CHECKED_MS + 5 })]);
    expect(await gatherEvidence(store, endpoint)).toMatchObject({ value: { evidence: { check: { id: 1 } } } });
    expect(await gatherEvidence(store, { ...endpoint, port: 81 })).toEqual({ kind: 'read', value: null });
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    expect(await gatherEvidence(store, endpoint)).toEqual({ kind: 'read', value: null });
    expect(await gatherEvidence(store, { kind: 'check', checkId: 1 })).toEqual({ kind: 'read', value: null });
  });

  test('stands on the past of the host for a check that was not kept', async () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: CHECKED_MS - HOUR_MS })]);
    const check = checkOf('a.example', 80, { startedAtMs: CHECKED_MS, ...refusal });
    expect(await gatherEvidence(store, { kind: 'unsaved', check })).toMatchObject({ value: { hostId: 1, lastSuccessId: 1 } });
    const unknown = checkOf('new.example', 80, refusal);
    expect(await gatherEvidence(store, { kind: 'unsaved', check: unknown })).toMatchObject({ value: { hostId: null, counts: null } });
  });
});

function failNow(store: Store): number {
  return idsOf(saveChecks(store, [checkOf('a.example', 80, { startedAtMs: CHECKED_MS, ...refusal })]));
}

function idsOf(saved: ReturnType<typeof saveChecks>): number {
  if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
  return saved.ids[0] ?? 0;
}

function add(store: Store, checkId: number, entry: NewEntry): void {
  const added = addToCase(store, { place: { kind: 'check', checkId }, entry, nowMs: CHECKED_MS + 1 });
  expect(added).toMatchObject({ kind: 'written' });
}

const runs: NewEntry = {
  kind: 'ran',
  change: { cardId: 'linux_start', title: 'Start', command: 'start it', undo: 'stop it', place: 'server', lastsMs: null },
};

async function gatherAbout(store: Store, checkId: number): Promise<GatheredEvidence> {
  const gathered = await gatherEvidence(store, { kind: 'check', checkId });
  if (gathered.kind === 'unreadable' || gathered.value === null) throw new Error('Nothing was gathered.');
  return gathered.value;
}

function guide({ evidence, answers }: GatheredEvidence): Evaluation {
  return evaluate(treeFor(evidence), evidence, answers);
}
