import { describe, expect, test } from 'vitest';

import { addToCase } from '../../../electron/store/cases/add-to-case.ts';
import { closeCase } from '../../../electron/store/cases/close-case.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import { findTurn } from '../../../electron/transfer/find-turn.ts';
import { gatherReport, type ReportWanted } from '../../../electron/transfer/gather-report.ts';
import type { NewEntry } from '../../../shared/ipc/new-entry.ts';
import type { Report } from '../../../shared/report/report.ts';
import { nothingLeftOut } from '../../../shared/report/redaction.ts';
import { writeReport } from '../../../shared/report/write-report.ts';
import { english } from '../../../shared/text/english.ts';
import { loadGuidance } from '../../../shared/text/guidance/load-guidance.ts';
import { loadWords } from '../../../shared/text/languages.ts';
import { openForTest } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { never } from './worker-file.ts';

const wanted: ReportWanted = {
  checks: { hostId: null, filter: {} },
  question: null,
  scope: null,
  redaction: nothingLeftOut,
  version: '1.2.3',
  nowMs: 99,
  catalogue: await loadGuidance(english),
  onRead: () => undefined,
};

async function gather(store: Store, changes: Partial<ReportWanted> = {}): Promise<Report> {
  const gathered = await gatherReport(store, { ...wanted, ...changes }, never);
  if (gathered.kind !== 'gathered') throw new Error(gathered.kind);
  return gathered.report;
}

/** Host a works on 443; on 80 it worked twenty times and then failed five times. */
function storeOfTwo(): Store {
  const store = openForTest();
  saveChecks(store, [
    ...Array.from({ length: 20 }, (_, index) => checkOf('a.example', 80, { startedAtMs: 1_000 + index * 1_000 })),
    ...Array.from({ length: 5 }, (_, index) => checkOf('a.example', 80, { ...refusal, startedAtMs: 21_000 + index * 1_000 })),
    checkOf('a.example', 443, { startedAtMs: 30_000 }),
  ]);
  return store;
}

describe('gatherReport', () => {
  test('tells the cases of its endpoints: checked, answered, run and undone, in order, with notes', async () => {
    const store = storeOfTwo();
    workOn(store, 21);
    const text = await reportText(store);
    const words = ['a.example:80', 'Is 80 the right port?', 'Anna at a.example says it is.', 'start it', 'Start the service: undone.'];
    const places = words.map((word) => text.indexOf(word, text.indexOf('## Case')));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('tells its cases in the language of everything else', async () => {
    const store = storeOfTwo();
    workOn(store, 21);
    const words = await loadWords('en-XA');
    const catalogue = await loadGuidance(words);
    const text = [...writeReport(await gather(store, { catalogue }), 'markdown', words)].join('');
    for (const said of ['Is 80 the right port?', 'Start the service: undone.']) expect(text).not.toContain(said);
    expect(catalogue.guidance.caseWords.openHeading).toMatch(/^⟦/u);
  });

  test('tells no case of another endpoint, and no closed one of another time', async () => {
    const store = storeOfTwo();
    workOn(store, 21);
    expect((await gather(store)).cases).toHaveLength(1);
    expect((await gather(store, { checks: { ...wanted.checks, endpoint: { port: 443, transport: 'tcp' } } })).cases).toEqual([]);
    closeCase(store, { caseId: 1, isReminded: true, nowMs: 90 });
    expect((await gather(store, { checks: { ...wanted.checks, filter: { toMs: 21_500 } } })).cases).toHaveLength(1);
    expect((await gather(store, { checks: { ...wanted.checks, filter: { toMs: 5_000 } } })).cases).toEqual([]);
  });

  test('leaves out of a case what is to be left out: addresses and names, and what people wrote', async () => {
    const store = storeOfTwo();
    workOn(store, 21);
    const text = await reportText(store, { addresses: true, names: true, notes: true });
    expect(text).toContain('host-1:80');
    expect(text).not.toMatch(/a\.example|Anna|203\.0\.113/u);
    expect(text).toContain('start it');
  });

  test('tells of every endpoint, the failing one first, with its past and when it last worked', async () => {
    const { subjects, others, moreEndpointCount } = await gather(storeOfTwo());
    expect(subjects.map(({ newest }) => [newest.target.port, newest.outcome])).toEqual([
      [80, 'refused'],
      [443, 'succeeded'],
    ]);
    const [failing, working] = subjects;
    expect(failing).toMatchObject({
      lastWorked: { startedAtMs: 20_000 },
      statistics: { checkCount: 25, firstFailedAtMs: 21_000 },
      olderCheckCount: 0,
    });
    expect(failing?.statistics.phases.map(({ stage, count }) => [stage, count])).toEqual([
      ['resolve', 25],
      ['connect', 25],
      ['greeting', 25],
    ]);
    expect(failing?.timeline.reduce((sum, { checkCount }) => sum + checkCount, 0)).toBe(25);
    expect(failing?.checks.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    expect(working).toMatchObject({ lastWorked: null, statistics: { checkCount: 1 } });
    expect({ others, moreEndpointCount }).toEqual({ others: [], moreEndpointCount: 0 });
  });

  test('shows only the checks that are asked for, but counts up and down over all of the period', async () => {
    const { subjects } = await gather(storeOfTwo(), { checks: { hostId: 1, filter: { kind: 'failures' } } });
    expect(subjects).toHaveLength(1);
    expect(subjects[0]?.checks).toHaveLength(5);
    expect(subjects[0]?.statistics).toMatchObject({ checkCount: 25 });
  });

  test('of a scan tells eight endpoints at length, two hundred in a line and counts the rest', async () => {
    const store = openForTest();
    saveChecks(
      store,
      Array.from({ length: 300 }, (_, index) => checkOf('a.example', 1 + index)),
    );
    const { subjects, others, moreEndpointCount } = await gather(store);
    expect([subjects.length, others.length, moreEndpointCount]).toEqual([8, 200, 92]);
  });

  test('leaves older checks of a long history out of its table and counts them', async () => {
    const store = openForTest();
    saveChecks(
      store,
      Array.from({ length: 700 }, (_, index) => checkOf('a.example', 80, { startedAtMs: index })),
    );
    const [subject] = (await gather(store)).subjects;
    expect([subject?.checks.length, subject?.olderCheckCount, subject?.checks[0]?.id]).toEqual([50, 650, 700]);
  });

  test('is redacted before anybody sees it', async () => {
    const report = await gather(storeOfTwo(), { redaction: { names: true, addresses: true, notes: true }, scope: 'a.example' });
    expect(JSON.stringify({ ...report, subjects: report.subjects.map((subject) => ({ ...subject, statistics: null })) })).not.toMatch(
      /a\.example|203\.0\.113/u,
    );
    expect(report.scope).toBe('host-1');
  });

  test('of nothing has no subject', async () => {
    expect((await gather(openForTest())).subjects).toEqual([]);
  });

  test('is stopped by its signal', async () => {
    expect(await gatherReport(storeOfTwo(), wanted, AbortSignal.abort())).toEqual({ kind: 'stopped' });
  });

  test('says that the history cannot be read', async () => {
    const store = storeOfTwo();
    store.database.exec('DROP TABLE check_documents; DROP TABLE checks');
    expect(await gatherReport(store, wanted, never)).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed' } });
  });
});

describe('findTurn', () => {
  const endpoint = { port: 80, transport: 'tcp' } as const;

  test('finds the last success before a check and the first failure after it', async () => {
    const turn = await findTurn(storeOfTwo(), { hostId: 1, endpoint, atMs: 25_000 }, never);
    expect(turn).toMatchObject({ lastWorked: { startedAtMs: 20_000 }, firstFailedAtMs: 21_000 });
  });

  test('of an endpoint that never worked has no last success', async () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 80, { ...refusal, startedAtMs: 1_000 }),
      checkOf('a.example', 80, { ...refusal, startedAtMs: 2_000 }),
    ]);
    expect(await findTurn(store, { hostId: 1, endpoint, atMs: 2_000 }, never)).toEqual({ lastWorked: null, firstFailedAtMs: 1_000 });
  });
});

/** A case of the endpoint of a check, with one of everything. */
function workOn(store: Store, checkId: number): void {
  const change = {
    cardId: 'linux_start',
    title: 'Start the service',
    command: 'start it',
    undo: 'stop it',
    place: 'server',
    lastsMs: null,
  } as const;
  const entries: readonly NewEntry[] = [
    { kind: 'answered', inquiry: 'right_port', answer: 'yes' },
    { kind: 'noted', text: 'Anna at a.example says it is.' },
    { kind: 'ran', change },
    { kind: 'undone', changeId: 1 },
  ];
  for (const entry of entries) {
    expect(addToCase(store, { place: { kind: 'check', checkId }, entry, nowMs: 22_000 })).toEqual({ kind: 'written', caseId: 1 });
  }
}

async function reportText(store: Store, redaction = nothingLeftOut): Promise<string> {
  return [...writeReport(await gather(store, { redaction }), 'markdown', english)].join('').replaceAll('\\', '');
}
