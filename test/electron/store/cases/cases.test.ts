import { describe, expect, test } from 'vitest';

import { addToCase } from '../../../../electron/store/cases/add-to-case.ts';
import { closeCase, renameCase, reopenCase } from '../../../../electron/store/cases/close-case.ts';
import { rememberSystem } from '../../../../electron/store/hosts/host-system.ts';
import { keepPasted } from '../../../../electron/store/cases/keep-pasted.ts';
import { listChanges, listOpenChanges } from '../../../../electron/store/cases/list-changes.ts';
import { beginMerge, mergeSlice } from '../../../../electron/store/hosts/merge-hosts.ts';
import { beginPurge, purgeSlice } from '../../../../electron/store/hosts/purge-hosts.ts';
import { listCases, readKeptCase } from '../../../../electron/store/cases/read-case.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveCheckOfCase } from '../../../../electron/store/cases/save-check-of-case.ts';
import { importChecks, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { restoreHosts, trashHosts } from '../../../../electron/store/hosts/trash.ts';
import { ENTRIES_PER_CASE } from '../../../../shared/guidance/kept-case.ts';
import type { CasePlace } from '../../../../shared/ipc/case-place.ts';
import type { NewEntry } from '../../../../shared/ipc/new-entry.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

const NOW_MS = 1_800_000_000_000;
const written = { kind: 'written', caseId: 1 };
const ofCheck: CasePlace = { kind: 'check', checkId: 1 };
const inCase: CasePlace = { kind: 'case', caseId: 1 };
const noted: NewEntry = { kind: 'noted', text: 'The shop says that nothing was changed.' };
const answered: NewEntry = { kind: 'answered', inquiry: 'right_port', answer: 'yes' };
const ran = runs('sudo systemctl start vsftpd');

describe('a case', () => {
  test('is opened by the first thing done about a check, and begins with that check', () => {
    const store = openFailing();
    expect(add(store, ofCheck, noted)).toEqual(written);
    expect(readKeptCase(store, 1)).toMatchObject({
      value: {
        host: 'a.example',
        port: 80,
        title: 'a.example:80',
        closedAtMs: null,
        entryCount: 2,
        entries: [
          { kind: 'checked', checkId: 1, outcome: 'refused', vantage: 'here' },
          { ...noted, atMs: NOW_MS },
        ],
      },
    });
    expect(readCheck(store, 1)).toMatchObject({ value: { id: 1, caseId: 1 } });
    expect(store.database.prepare('SELECT case_id FROM checks WHERE id = 1').pluck().get()).toBe(1);
    expectConsistent(store);
  });

  test('is the one open case of its endpoint, until it is closed: then another one begins', () => {
    const store = openFailing();
    add(store, ofCheck, noted);
    expect(add(store, { kind: 'check', checkId: 2 }, answered)).toEqual(written);
    expect(close(store)).toEqual({ kind: 'written' });
    expect(add(store, ofCheck, noted)).toEqual({ kind: 'written', caseId: 2 });
    expect(reopenCase(store, 1)).toEqual({ kind: 'gone' });
    expect(closeCase(store, { caseId: 2, isReminded: false, nowMs: NOW_MS + 1 })).toEqual({ kind: 'written' });
    expect(reopenCase(store, 1)).toEqual({ kind: 'written' });
    expect(listCases(store, 1)).toMatchObject({
      rows: [
        { id: 1, closedAtMs: null },
        { id: 2, closedAtMs: NOW_MS + 1 },
      ],
    });
  });

  test('has the checks made for it, each once, and no check is lost with its case', () => {
    const store = openFailing();
    add(store, ofCheck, noted);
    expect(saveCheckOfCase(store, checkOf('a.example', 80, { caseId: 1 }), 1)).toEqual({ kind: 'saved', id: 3 });
    expect(add(store, inCase, { kind: 'checked', checkId: 3 })).toEqual(written);
    expect(add(store, inCase, { kind: 'checked', checkId: 99 })).toEqual({ kind: 'gone' });
    expect(kindsOf(store)).toEqual(['checked', 'noted', 'checked']);
    expect(saveCheckOfCase(store, checkOf('a.example', 80, { caseId: 77 }), 77)).toEqual({ kind: 'saved', id: 4 });
    expect(readCheck(store, 4)).toMatchObject({ value: { caseId: null } });
    expectConsistent(store);
  });

  test('takes notes and what is undone after it was closed, and nothing else', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    closeCase(store, { caseId: 1, isReminded: true, nowMs: NOW_MS });
    expect(add(store, inCase, answered)).toEqual({ kind: 'closed' });
    expect(add(store, inCase, noted)).toEqual(written);
    expect(add(store, inCase, { kind: 'undone', changeId: 1 })).toEqual(written);
    expect(kindsOf(store)).toEqual(['checked', 'ran', 'noted', 'undone']);
  });

  test('refuses what it does not know, and a refused entry leaves no trace', () => {
    const store = openFailing();
    expect(add(store, ofCheck, { kind: 'answered', inquiry: 'no_such', answer: 'yes' })).toEqual({ kind: 'unknown' });
    expect(add(store, ofCheck, { kind: 'answered', inquiry: 'right_port', answer: 'toString' })).toEqual({ kind: 'unknown' });
    expect(add(store, ofCheck, { kind: 'taken_back', inquiry: 'constructor' })).toEqual({ kind: 'unknown' });
    expect(add(store, ofCheck, { kind: 'undone', changeId: 1 })).toEqual({ kind: 'gone' });
    expect(add(store, ofCheck, { kind: 'checked', checkId: 99 })).toEqual({ kind: 'gone' });
    expect(add(store, { kind: 'check', checkId: 99 }, noted)).toEqual({ kind: 'gone' });
    expect(add(store, inCase, noted)).toEqual({ kind: 'gone' });
    expect(listCases(store, 1)).toMatchObject({ rows: [] });
  });

  test('is full some day, and still lets everything be undone', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    store.database.prepare('UPDATE cases SET entry_count = ?').run(ENTRIES_PER_CASE);
    expect(add(store, inCase, noted)).toEqual({ kind: 'full' });
    expect(add(store, inCase, { kind: 'undone', changeId: 1 })).toEqual(written);
  });

  test('reads without an entry that was damaged', () => {
    const store = openFailing();
    add(store, ofCheck, noted);
    store.database.exec("UPDATE case_entries SET entry = '{' WHERE id = 1");
    expect(readKeptCase(store, 1)).toMatchObject({ value: { entries: [{ kind: 'noted' }], unreadableCount: 1 } });
    expect(readKeptCase(store, 7)).toEqual({ kind: 'read', value: null });
  });

  test('is called what the person calls it', () => {
    const store = openFailing();
    add(store, ofCheck, noted);
    expect(renameCase(store, { caseId: 1, title: 'Shop in Leeds' })).toEqual({ kind: 'written' });
    expect(listCases(store, 1)).toMatchObject({ rows: [{ title: 'Shop in Leeds' }] });
    expect(renameCase(store, { caseId: 2, title: 'x' })).toEqual({ kind: 'gone' });
  });
});

describe('the ledger', () => {
  test('has what was run, of all hosts, until it is undone; a check confirms it', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    add(store, { kind: 'check', checkId: addCheck(store, 'b.example') }, runs('sudo ufw allow 80/tcp'));
    expect(open(store)).toEqual([
      ['a.example', 'sudo systemctl start vsftpd'],
      ['b.example', 'sudo ufw allow 80/tcp'],
    ]);
    expect(add(store, inCase, { kind: 'undo_confirmed', changeId: 1, checkId: 1 })).toEqual({ kind: 'gone' });
    expect(add(store, inCase, { kind: 'undone', changeId: 1 })).toEqual(written);
    expect(add(store, inCase, { kind: 'undone', changeId: 1 })).toEqual({ kind: 'gone' });
    expect(open(store)).toEqual([['b.example', 'sudo ufw allow 80/tcp']]);
    expect(add(store, inCase, { kind: 'undo_confirmed', changeId: 1, checkId: 2 })).toEqual(written);
    expect(listChanges(store, 1)).toMatchObject({
      rows: [{ caseId: 1, host: 'a.example', port: 80, change: { id: 1, ranAtMs: NOW_MS, undoneAtMs: NOW_MS, confirmedBy: 2 } }],
    });
  });

  test('lets go of what is over by itself', () => {
    const store = openFailing();
    add(store, ofCheck, runs('sudo firewall-cmd --add-port=80/tcp --timeout=300', 300_000));
    expect(listOpenChanges(store, NOW_MS + 299_000)).toMatchObject({ rows: [{}] });
    expect(listOpenChanges(store, NOW_MS + 301_000)).toMatchObject({ rows: [] });
  });

  test('says what is open before a case is closed, and keeps it open afterwards', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    expect(close(store)).toMatchObject({ kind: 'changes_open', changes: [{ caseId: 1, change: { id: 1 } }] });
    expect(listCases(store, 1)).toMatchObject({ rows: [{ closedAtMs: null }] });
    expect(closeCase(store, { caseId: 1, isReminded: true, nowMs: NOW_MS })).toEqual({ kind: 'written' });
    expect(closeCase(store, { caseId: 1, isReminded: true, nowMs: NOW_MS })).toEqual({ kind: 'gone' });
    expect(open(store)).toHaveLength(1);
  });
});

describe('the system of a host', () => {
  test('is remembered when it is answered, and forgotten when that is taken back', () => {
    const store = openFailing();
    add(store, ofCheck, { kind: 'answered', inquiry: 'system', answer: 'windows' });
    expect(systemOf(store)).toEqual(['windows', NOW_MS]);
    add(store, inCase, { kind: 'answered', inquiry: 'system', answer: 'unknown' });
    expect(systemOf(store)).toEqual(['windows', NOW_MS]);
    add(store, inCase, { kind: 'taken_back', inquiry: 'system' });
    expect(systemOf(store)).toEqual([null, null]);
  });

  test('is remembered when it is pasted, and when a person corrects it', () => {
    const store = openFailing();
    const fact = { kind: 'system', system: 'macos', source: 'pasted', line: 'Darwin', atMs: NOW_MS } as const;
    keepPasted(store, { place: ofCheck, checks: [], measurements: [], facts: [fact], nowMs: NOW_MS });
    expect(systemOf(store)).toEqual(['macos', NOW_MS]);
    expect(rememberSystem(store, { hostId: 1, system: 'linux', nowMs: 7 })).toEqual({ kind: 'written' });
    expect(systemOf(store)).toEqual(['linux', 7]);
    expect(rememberSystem(store, { hostId: 9, system: 'linux', nowMs: 7 })).toEqual({ kind: 'gone' });
  });
});

describe('a pasted text', () => {
  test('is kept with its hosts and in its case, all at once', () => {
    const store = openFailing();
    const checks = [checkOf('a.example', 80, { vantage: 'customer' }), checkOf('other.example', 25, { vantage: 'customer' })];
    const kept = keepPasted(store, { place: ofCheck, checks, measurements: [], facts: [], nowMs: NOW_MS });
    expect(kept).toMatchObject({ checks: [{ id: 3 }, { id: 4 }], inCase: written });
    expect(kindsOf(store)).toEqual(['checked', 'checked', 'checked']);
    expect(readCheck(store, 3)).toMatchObject({ value: { vantage: 'customer', caseId: 1 } });
    // A check of another host is told of, and stays with its own.
    expect(readCheck(store, 4)).toMatchObject({ value: { caseId: null } });
    expectConsistent(store);
  });

  test('keeps its checks when the case takes no more, and without a case', () => {
    const store = openFailing();
    const pasted = { checks: [checkOf('a.example', 80, { vantage: 'customer' })], measurements: [], facts: [], nowMs: NOW_MS };
    expect(keepPasted(store, { ...pasted, place: inCase })).toMatchObject({ checks: [{ id: 3 }], inCase: { kind: 'gone' } });
    expect(keepPasted(store, { ...pasted, place: null })).toMatchObject({ checks: [{ id: 4 }], inCase: null });
  });
});

describe('the cases of a host', () => {
  test('go to the trash with it, come back with it, and are purged with it', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    store.database.exec(
      "INSERT INTO case_entries (case_id, kind, entry) SELECT 1, 'noted', '' FROM json_each('[' || substr(replace(hex(zeroblob(600)), '00', ',0'), 2) || ']')",
    );
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    expect([open(store), listCases(store, 1), readKeptCase(store, 1), add(store, inCase, noted)]).toMatchObject([
      [],
      { rows: [] },
      { value: null },
      { kind: 'gone' },
    ]);
    restoreHosts(store, [1]);
    expect(open(store)).toHaveLength(1);
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    beginPurge(store, 2);
    for (let slice = purgeSlice(store); slice.kind === 'committed' && slice.value !== null;) slice = purgeSlice(store);
    expect(store.database.prepare('SELECT (SELECT count(*) FROM cases) + (SELECT count(*) FROM case_entries)').pluck().get()).toBe(0);
    expectConsistent(store);
  });

  test('stay when it is renamed', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    renameHost(store, { hostId: 1, host: 'new.example' });
    expect(open(store)).toEqual([['new.example', 'sudo systemctl start vsftpd']]);
  });

  test('go over when it is merged: of two open ones of an endpoint, its own is closed, with its changes still open', () => {
    const store = openFailing();
    add(store, ofCheck, ran);
    rememberSystem(store, { hostId: 1, system: 'linux', nowMs: 5 });
    add(store, { kind: 'check', checkId: addCheck(store, 'b.example') }, noted);
    beginMerge(store, { hostId: 1, intoHostId: 2, nowMs: 9 });
    while (mergeSlice(store).kind === 'committed' && store.database.prepare('SELECT count(*) FROM hosts').pluck().get() !== 1);
    expect(listCases(store, 2)).toMatchObject({
      rows: [
        { id: 2, closedAtMs: null },
        { id: 1, closedAtMs: 9 },
      ],
    });
    expect(open(store)).toEqual([['b.example', 'sudo systemctl start vsftpd']]);
    expect(store.database.prepare('SELECT system, system_learnt_at_ms FROM hosts').raw().get()).toEqual(['linux', 5]);
    expectConsistent(store);
  });

  test('are not made up by checks that come from another history', () => {
    const store = openFailing();
    expect(importChecks(store, [checkOf('a.example', 80, { caseId: 12 })])).toEqual({ kind: 'saved', ids: [3] });
    expect(readCheck(store, 3)).toMatchObject({ value: { caseId: null } });
    expectConsistent(store);
  });
});

/** One host with two checks of one endpoint, the first refused. */
function openFailing(): Store {
  const store = openForTest();
  saveChecks(store, [checkOf('a.example', 80, { startedAtMs: 1, ...refusal }), checkOf('a.example', 80, { startedAtMs: 2 })]);
  return store;
}

function addCheck(store: Store, host: string): number {
  const saved = saveChecks(store, [checkOf(host, 80)]);
  if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
  return saved.ids[0] ?? 0;
}

function add(store: Store, place: CasePlace, entry: NewEntry) {
  return addToCase(store, { place, entry, nowMs: NOW_MS });
}

function close(store: Store) {
  return closeCase(store, { caseId: 1, isReminded: false, nowMs: NOW_MS });
}

function runs(command: string, lastsMs: number | null = null): NewEntry {
  const change = { cardId: 'a_card', title: 'A change', command, undo: `undo of ${command}`, place: 'server', lastsMs } as const;
  return { kind: 'ran', change };
}

function kindsOf(store: Store): unknown {
  return store.database.prepare('SELECT kind FROM case_entries ORDER BY id').pluck().all();
}

function open(store: Store): unknown {
  const listed = listOpenChanges(store, NOW_MS);
  if (listed.kind === 'unreadable') throw new Error(listed.problem.detail);
  return listed.rows.map(({ host, change }) => [host, change.command]);
}

function systemOf(store: Store): unknown {
  return store.database.prepare('SELECT system, system_learnt_at_ms FROM hosts WHERE id = 1').raw().get();
}
