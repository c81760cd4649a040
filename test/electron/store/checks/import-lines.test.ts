import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { HOST_NAMES, listHostNames } from '../../../../electron/store/hosts/host-names.ts';
import { importLines, type Import, type ImportOrder } from '../../../../electron/store/checks/import-lines.ts';
import { SAME_CHECK } from '../../../../electron/store/checks/import-tally.ts';
import { setDisplayName } from '../../../../electron/store/hosts/host-labels.ts';
import { setTags } from '../../../../electron/store/hosts/host-tags.ts';
import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { readHost } from '../../../../electron/store/hosts/read-host.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import type { Check } from '../../../../shared/check/check.ts';
import type { HostLine } from '../../../../shared/report/host-line.ts';
import { jsonLine } from '../../../../shared/report/json-line.ts';
import { readCheckLines } from '../../../../shared/report/read-check-lines.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal, sampleCheck } from '../sample-check.ts';

function importText(store: Store, text: string, order: Partial<ImportOrder> = {}): Import {
  return importLines(store, readCheckLines([new TextEncoder().encode(text)]), { vantage: null, isPreview: false, ...order });
}

function linesOf(...checks: readonly Check[]): string {
  return checks.map(jsonLine).join('');
}

const three = linesOf(
  checkOf('a.example', 80, { startedAtMs: 3_000, id: 12 }),
  checkOf('a.example', 443, { ...refusal, startedAtMs: 1_000, caseId: 4 }),
  checkOf('b.example', 80, { startedAtMs: 2_000 }),
);

const printer: HostLine = {
  ...{ kind: 'host', version: 1, host: 'a.example', displayName: 'The printer', isFavourite: true, tags: ['office'] },
  notes: [{ text: 'Toner\nis low.', writtenAtMs: 5_000, editedAtMs: 6_000 }],
  ...{ formerNames: [], endpoints: [] },
};

describe('importLines', () => {
  test('takes in every check with a number of its own, and no case of elsewhere', () => {
    const store = openForTest();
    expect(importText(store, three)).toEqual({
      kind: 'taken',
      counts: {
        newCheckCount: 3,
        knownCheckCount: 0,
        newHostCount: 2,
        hostCount: 2,
        labelledHostCount: 0,
        outcomeCounts: new Map([
          ['succeeded', 2],
          ['refused', 1],
        ]),
        earliestMs: 1_000,
        latestMs: 3_000,
      },
    });
    expect(readCheck(store, 1)).toMatchObject({ value: { id: 1, target: { host: 'a.example', port: 80 }, startedAtMs: 3_000 } });
    expect(readCheck(store, 2)).toMatchObject({ value: { caseId: null, outcome: 'refused' } });
  });

  test('only tells what would come, when that is all that is wanted', () => {
    const store = openForTest();
    expect(importText(store, three, { isPreview: true })).toMatchObject({ kind: 'taken', counts: { newCheckCount: 3, newHostCount: 2 } });
    expect(countChecks(store)).toMatchObject({ value: 0 });
    expect(listHostNames(store)).toMatchObject({ rows: [] });
  });

  test('changes nothing when one line is bad, even the last of a thousand, and names the line', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 80));
    const many = Array.from({ length: 1_200 }, (_, index) => checkOf(`h${index % 7}.example`, 80, { startedAtMs: index }));
    const end = importText(store, `${linesOf(...many)}{"version":1}\n`);
    expect(end).toMatchObject({ kind: 'bad_line', problem: { lineNumber: 1_201, why: 'not_a_check' } });
    expect(countChecks(store)).toMatchObject({ value: 1 });
    expect(listHostNames(store)).toMatchObject({ rows: ['a.example'] });
    expect(saveCheck(store, checkOf('a.example', 80))).toMatchObject({ kind: 'saved' });
  });

  test('takes a check in once, however often it comes', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: 3_000 })]);
    expect(importText(store, three + three)).toMatchObject({ counts: { newCheckCount: 2, knownCheckCount: 4, newHostCount: 1 } });
    expect(importText(store, three)).toMatchObject({ counts: { newCheckCount: 0, knownCheckCount: 3, newHostCount: 0 } });
    expect(importText(store, three, { isPreview: true })).toMatchObject({ counts: { newCheckCount: 0, knownCheckCount: 3 } });
    expect(countChecks(store)).toMatchObject({ value: 3 });
  });

  test('two checks that began in the same millisecond are two', () => {
    const store = openForTest();
    const [one, other] = [checkOf('a.example', 80, { durationMs: 1.001 }), checkOf('a.example', 80, { durationMs: 1.002 })];
    expect(importText(store, linesOf(one, other))).toMatchObject({ counts: { newCheckCount: 2 } });
  });

  test('names the place checks were made at, where they only say "here"', () => {
    const store = openForTest();
    importText(store, linesOf(sampleCheck(), sampleCheck({ vantage: 'Berlin', startedAtMs: 5 })), { vantage: 'Anna’s laptop' });
    expect(readCheck(store, 1)).toMatchObject({ value: { vantage: 'Anna’s laptop' } });
    expect(readCheck(store, 2)).toMatchObject({ value: { vantage: 'Berlin' } });
  });

  test('an old check does not become the newest of its host', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 80, { startedAtMs: 9_000 }));
    importText(store, linesOf(checkOf('a.example', 80, { ...refusal, startedAtMs: 1_000 })));
    const host = store.database
      .prepare('SELECT last_outcome AS outcome, last_checked_at_ms AS atMs, check_count AS count FROM hosts')
      .get();
    expect(host).toEqual({ outcome: 'succeeded', atMs: 9_000, count: 2 });
  });

  test('takes in what is said of hosts beside what is said here, once', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 80));
    setDisplayName(store, { hostId: 1, displayName: 'Our printer' });
    setTags(store, { hostId: 1, tags: ['ours'] });
    const file = jsonLine(printer) + three + jsonLine({ ...printer, host: 'c.example' });
    for (const newHostCount of [2, 0]) {
      expect(importText(store, file)).toMatchObject({ kind: 'taken', counts: { newHostCount, hostCount: 3, labelledHostCount: 2 } });
      expect(readHost(store, 1)).toMatchObject({
        value: {
          summary: { displayName: 'Our printer', isFavourite: true, tags: ['office', 'ours'] },
          notes: [{ text: 'Toner\nis low.' }],
        },
      });
    }
    expect(listHosts(store, { text: 'toner', limit: 10 })).toMatchObject({
      rows: [{ host: 'a.example' }, { host: 'c.example', displayName: 'The printer' }],
    });
  });

  test('a preview tells of what is said of hosts, and changes nothing of it', () => {
    const store = openForTest();
    const counts = { newCheckCount: 3, newHostCount: 2, hostCount: 2, labelledHostCount: 1 };
    expect(importText(store, jsonLine(printer) + three, { isPreview: true })).toMatchObject({ kind: 'taken', counts });
    expect(listHostNames(store)).toMatchObject({ rows: [] });
  });

  test('a bad line of a host changes nothing', () => {
    const store = openForTest();
    const bad = jsonLine({ ...printer, version: 2 });
    expect(importText(store, jsonLine(printer) + three + bad)).toMatchObject({
      kind: 'bad_line',
      problem: { lineNumber: 5, why: 'not_a_check', detail: expect.stringContaining('version') },
    });
    expect(listHostNames(store)).toMatchObject({ rows: [] });
  });

  test('an empty file brings nothing', () => {
    expect(importText(openForTest(), '\n\n')).toMatchObject({ kind: 'taken', counts: { newCheckCount: 0, earliestMs: null } });
  });

  test('a table that is gone is a value, not an exception, and nothing stays half done', () => {
    const store = openForTest();
    store.database.exec('DROP TABLE check_documents');
    expect(importText(store, three)).toMatchObject({ kind: 'not_taken', problem: { kind: 'failed' } });
    expect(listHostNames(store)).toMatchObject({ rows: [] });
  });

  test('looks for a known check through the index of its endpoint', () => {
    const store = openForTest();
    const parameters = { host: 'a.example', port: 80, transport: 'tcp', startedAtMs: 1, durationMs: 1 };
    const plan = store.database.prepare(`EXPLAIN QUERY PLAN ${SAME_CHECK}`).all(parameters) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).filter((detail) => detail.includes('checks'))).toEqual([
      'SEARCH checks USING INDEX checks_by_endpoint (host_id=? AND port=? AND transport=? AND started_at_ms=?)',
    ]);
  });
});

describe('listHostNames', () => {
  test('reads the names from their indexes alone', () => {
    const plan = openForTest().database.prepare(`EXPLAIN QUERY PLAN ${HOST_NAMES}`).all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual([
      'COMPOUND QUERY',
      'LEFT-MOST SUBQUERY',
      'SCAN hosts USING COVERING INDEX sqlite_autoindex_hosts_1',
      'UNION ALL',
      'SCAN former_names USING COVERING INDEX former_names_by_host',
    ]);
  });

  test('gives every name, former ones too', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80), checkOf('192.0.2.1', 80)]);
    store.database.exec("INSERT INTO former_names (host, host_id) VALUES ('old.example', 1)");
    const names = listHostNames(store);
    expect(names.kind === 'listed' ? names.rows.toSorted() : names).toEqual(['192.0.2.1', 'a.example', 'old.example']);
  });
});
