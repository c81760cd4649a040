import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { createHistoryHandlers } from '../../../electron/ipc/history-handlers.ts';
import { createFindingHandlers, createLabelHandlers } from '../../../electron/ipc/host-handlers.ts';
import { createEmptyTrash, createMergeHosts } from '../../../electron/ipc/host-streams.ts';
import { createRetentionHandlers } from '../../../electron/ipc/retention-handlers.ts';
import { listTranscripts } from '../../../electron/store/transcripts/list-transcripts.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import { beginTranscript } from '../../../electron/store/transcripts/transcripts.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { CallName, CheckedRequestOf, EventOf, RequestOf, ResponseOf, StreamName } from '../../../shared/ipc/types.ts';
import { holdLock } from '../store/hold-lock.ts';
import { openForTest } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';

const unusable: StoreOpening = { kind: 'unusable', problem: { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } };
const goOn = new AbortController().signal;
const written = { kind: 'written' };

describe('the window', () => {
  test('finds its way through the history, and every answer is as the contract says', async () => {
    const ask = windowOf(openHistory());
    expect(await ask('listHosts', { limit: 10 })).toMatchObject({
      kind: 'listed',
      totalCount: 2,
      rows: [{ host: 'b.example' }, { host: 'a.example' }],
    });
    expect(await ask('findHost', { host: 'a.example' })).toMatchObject({ value: { id: 1 } });
    expect(await ask('findHost', { host: 'unknown.example' })).toEqual({ kind: 'read', value: null });
    expect(await ask('readHost', { hostId: 1 })).toMatchObject({ value: { summary: { host: 'a.example' }, notes: [] } });
    expect(await ask('pageChecks', { hostId: 1, filter: { kind: 'failures' }, limit: 10 })).toMatchObject({
      rows: [{ id: 2, isChange: true }],
      next: null,
    });
    expect(await ask('countChecks', { hostId: 1, endpoint: null })).toMatchObject({ value: { all: 3, changes: 2, failures: 1 } });
    expect(await ask('readCheck', { id: 2 })).toMatchObject({ value: { outcome: 'refused' } });
    expect(await ask('findLastSuccess', { id: 2 })).toEqual({ kind: 'read', value: 1 });
    const endpoint = { hostId: 1, port: 80, transport: 'tcp', fromMs: null, toMs: null } as const;
    expect(await ask('readTimeline', { ...endpoint, cellCount: 3 })).toMatchObject({ value: { cells: [{}, {}, {}] } });
    expect(await ask('readStatistics', endpoint)).toMatchObject({ value: { checkCount: 3 } });
    expect(await ask('readHistoryStatus', null)).toEqual({ kind: 'read', value: { checkCount: 4, unwritable: null, damage: null } });
  });

  test('keeps what is said about hosts', async () => {
    const ask = windowOf(openHistory());
    expect(await ask('setFavourite', { hostId: 1, isFavourite: true })).toEqual(written);
    expect(await ask('setDisplayName', { hostId: 1, displayName: '  The printer ' })).toEqual(written);
    expect(await ask('setTags', { hostId: 1, tags: ['office'] })).toEqual(written);
    expect(await ask('addNote', { hostId: 1, text: 'Noted.', writtenAtMs: null, editedAtMs: null })).toEqual({ kind: 'written', id: 1 });
    expect(await ask('editNote', { noteId: 1, text: 'Noted again.' })).toEqual(written);
    expect(await ask('listTags', null)).toMatchObject({ rows: [{ tag: 'office', hostCount: 1 }] });
    expect(await ask('listTargets', { tag: 'office' })).toMatchObject({ rows: [{ hostId: 1, target: { host: 'a.example', port: 80 } }] });
    expect(await ask('readHost', { hostId: 1 })).toMatchObject({
      value: { summary: { isFavourite: true, displayName: 'The printer' }, notes: [{ text: 'Noted again.' }] },
    });
    expect(await ask('removeNote', { noteId: 1 })).toEqual(written);
    expect(await ask('renameHost', { hostId: 1, host: 'b.example' })).toEqual({ kind: 'name_taken', hostId: 2 });
    const targets = [{ host: 'c.example', port: 22, transport: 'tcp' }] as const;
    expect(await ask('addTargets', { targets: [...targets], tags: ['new'] })).toEqual({
      kind: 'written',
      newHostCount: 1,
      newEndpointCount: 1,
    });
    expect(await ask('trashHosts', { hostIds: [1, 2] })).toEqual(written);
    expect(await ask('listTrash', null)).toMatchObject({ rows: [{}, {}] });
    expect(await ask('restoreHosts', { hostIds: [1, 2] })).toEqual(written);
  });

  test('merges hosts and empties the trash, and hears how far it is', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    const merging = await told('mergeHosts', createMergeHosts(history)({ hostId: 2, intoHostId: 1 }, goOn));
    expect(merging).toEqual([
      { kind: 'progress', doneCount: 1, totalCount: 1 },
      { kind: 'progress', doneCount: 1, totalCount: 1 },
      { kind: 'progress', doneCount: 1, totalCount: 1 },
      { kind: 'merged' },
    ]);
    expect(await told('mergeHosts', createMergeHosts(history)({ hostId: 2, intoHostId: 1 }, goOn))).toEqual([{ kind: 'gone' }]);
    await ask('trashHosts', { hostIds: [1] });
    expect((await told('emptyTrash', createEmptyTrash(history)(null, goOn))).at(-1)).toEqual({ kind: 'emptied' });
    expect(await ask('listHosts', { limit: 10 })).toMatchObject({ totalCount: 0 });
  });

  test('decides how much is kept, after it saw what would go', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    const policy = { successes: { days: null, perHost: 1, inAll: null }, failures: { days: null, perHost: null, inAll: null } };
    expect(await ask('readRetention', null)).toEqual({ kind: 'read', value: null });
    expect(await ask('writeRetention', { policy })).toEqual(written);
    expect(await ask('readRetention', null)).toEqual({ kind: 'read', value: policy });
    const { previewRetention, applyRetention } = createRetentionHandlers(history);
    const wanted = { policy, isClockConfirmed: true };
    expect((await told('previewRetention', previewRetention(wanted, goOn))).at(-1)).toMatchObject({
      kind: 'preview',
      preview: { keptCount: 3, removedCount: 1, removedTranscriptCount: 0, hostCount: 1 },
    });
    expect((await told('applyRetention', applyRetention(wanted, goOn))).at(-1)).toEqual({ kind: 'applied', removedCount: 1 });
    const inTheFuture = createRetentionHandlers(openHistory(Date.now() + 60_000));
    expect(await told('previewRetention', inTheFuture.previewRetention(wanted, goOn))).toEqual([
      { kind: 'refused', problem: 'clock_behind' },
    ]);
    expect(await told('applyRetention', inTheFuture.applyRetention(wanted, goOn))).toEqual([{ kind: 'refused', problem: 'clock_behind' }]);
  });

  test('sees beforehand that old console sessions go too, and as many go', async () => {
    const history = openHistory();
    if (history.kind !== 'open') throw new Error('It opened.');
    const target = { host: 'a.example', port: 21, transport: 'tcp' } as const;
    const session = { target, side: 'dialled', request: fillSessionRequest({ target }), isSentKept: false } as const;
    for (const startedAtMs of [1, 2, Date.now()]) beginTranscript(history.store, { ...session, startedAtMs });
    const keeping = { days: 30, perHost: null, inAll: null };
    const wanted = { policy: { successes: keeping, failures: keeping }, isClockConfirmed: true };
    const retention = createRetentionHandlers(history);
    const preview = async () => (await told('previewRetention', retention.previewRetention(wanted, goOn))).at(-1);
    expect(await preview()).toMatchObject({ preview: { removedCount: 0, removedTranscriptCount: 2 } });
    await told('applyRetention', retention.applyRetention(wanted, goOn));
    expect(await preview()).toMatchObject({ preview: { removedTranscriptCount: 0 } });
    expect(listTranscripts(history.store, { limit: 10 })).toMatchObject({ rows: [{}] });
  });

  test('waits with merging and with emptying the trash while another process imports', async () => {
    const history = openHistory();
    if (history.kind !== 'open') throw new Error('It opened.');
    await holdLock(history.store.path, '1500', 'long');
    expect((await told('mergeHosts', createMergeHosts(history)({ hostId: 2, intoHostId: 1 }, goOn))).at(-1)).toEqual({ kind: 'merged' });
    await holdLock(history.store.path, '1500', 'long');
    expect((await told('emptyTrash', createEmptyTrash(history)(null, goOn))).at(-1)).toEqual({ kind: 'emptied' });
    await holdLock(history.store.path, '1500', 'long');
    expect(await told('emptyTrash', createEmptyTrash(history)(null, AbortSignal.timeout(50)))).toMatchObject([
      { problem: { kind: 'locked' } },
    ]);
  });

  test.each([
    ['listHosts', { limit: 501 }],
    ['pageChecks', { hostId: 1, limit: 10, after: [] }],
    ['pageChecks', { hostId: 1, limit: 10, filter: { outcomes: ['exploded'] } }],
    ['setTags', { hostId: 1, tags: ['two\nlines'] }],
    ['setDisplayName', { hostId: 1, displayName: 'moc.\u202eelpmaxe' }],
    ['addNote', { hostId: 1, text: ' ', writtenAtMs: null, editedAtMs: null }],
    ['renameHost', { hostId: 1, host: 'Not A Host' }],
    ['trashHosts', { hostIds: [] }],
    [
      'writeRetention',
      { policy: { successes: { days: 10, perHost: null, inAll: null }, failures: { days: 5, perHost: null, inAll: null } } },
    ],
  ] as const)('cannot ask %s with %j', async (name, request) => {
    const handlers = handlersOf(openHistory());
    expect(await answerCall({ entry: contract[name], handler: handlers[name] as never, payload: request })).toEqual({
      kind: 'faulted',
      fault: 'invalid_request',
    });
  });

  test('is told why when the history did not open, whatever it asks', async () => {
    const handlers = handlersOf(unusable);
    const problem = { problem: unusable.problem };
    for (const [name, handler] of Object.entries(handlers)) {
      const answer: unknown = await (handler as (request: unknown) => unknown)({ policy: null });
      expect(answer, name).toMatchObject(problem);
      v.parse(contract[name as keyof typeof handlers].response, answer);
    }
    const { previewRetention, applyRetention } = createRetentionHandlers(unusable);
    expect(await told('previewRetention', previewRetention(null as never, goOn))).toMatchObject([problem]);
    expect(await told('applyRetention', applyRetention(null as never, goOn))).toMatchObject([problem]);
    expect(await told('mergeHosts', createMergeHosts(unusable)(null as never, goOn))).toMatchObject([problem]);
    expect(await told('emptyTrash', createEmptyTrash(unusable)(null, goOn))).toMatchObject([problem]);
  });
});

/** Two hosts: a with three checks of one endpoint, failing once, and b with one. */
function openHistory(startedAtMs = Date.now() - 60_000): StoreOpening {
  const store = openForTest();
  saveChecks(store, [
    checkOf('a.example', 80, { startedAtMs }),
    checkOf('a.example', 80, { startedAtMs: startedAtMs + 1, ...refusal }),
    checkOf('a.example', 80, { startedAtMs: startedAtMs + 2 }),
    checkOf('b.example', 80, { startedAtMs: startedAtMs + 3 }),
  ]);
  return { kind: 'open', store };
}

function handlersOf(opening: StoreOpening) {
  const { readRetention, writeRetention } = createRetentionHandlers(opening);
  return {
    ...createHistoryHandlers(opening),
    ...createFindingHandlers(opening),
    ...createLabelHandlers(opening),
    readRetention,
    writeRetention,
  };
}

/** Asks as the window does: both the question and the answer pass the contract. */
function windowOf(opening: StoreOpening) {
  const handlers = handlersOf(opening);
  return async <Name extends keyof typeof handlers & CallName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> => {
    const handler = handlers[name] as (request: CheckedRequestOf<Name>) => unknown;
    const answer = await answerCall({ entry: contract[name], handler: handler as never, payload: request });
    if (answer.kind === 'faulted') throw new Error(`${name}: ${answer.fault}`);
    return answer.value as ResponseOf<Name>;
  };
}

/** What a stream tells, each event as the contract says. */
async function told<Name extends StreamName>(name: Name, events: AsyncIterable<EventOf<Name>>): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  for await (const event of events) heard.push(v.parse(contract[name].event, event));
  return heard;
}
