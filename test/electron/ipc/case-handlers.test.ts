import { describe, expect, test } from 'vitest';

import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { createCaseHandlers } from '../../../electron/ipc/case-handlers.ts';
import { createMeasure } from '../../../electron/ipc/measure-stream.ts';
import { createReadPasted } from '../../../electron/ipc/paste-handler.ts';
import { Sleep } from '../../../electron/checks/sleep.ts';
import { createRunCheck } from '../../../electron/ipc/run-check-stream.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import { checkOptionsSchema } from '../../../shared/check/options.ts';
import { evaluate } from '../../../shared/guidance/evaluate.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { english } from '../../../shared/text/english.ts';
import { loadWords } from '../../../shared/text/languages.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { CheckedRequestOf, RequestOf, ResponseOf } from '../../../shared/ipc/types.ts';
import * as v from 'valibot';
import { listenOnLoopback } from '../../support/loopback.ts';
import { openForTest } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { told } from './told.ts';

const unusable: StoreOpening = { kind: 'unusable', problem: { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } };
const goOn = new AbortController().signal;
const ofCheck = { kind: 'check', checkId: 1 } as const;
const written = { kind: 'written' };

describe('the window', () => {
  test('opens a case by what is done, resumes it, lists what is open, and closes it knowing that', async () => {
    const ask = windowOf(openHistory());
    const change = { cardId: 'linux_start', title: 'Start', command: 'start it', undo: 'stop it', place: 'server', lastsMs: null } as const;
    expect(await ask('addToCase', { place: ofCheck, entry: { kind: 'answered', inquiry: 'right_port', answer: 'yes' } })).toEqual({
      kind: 'written',
      caseId: 1,
    });
    expect(await ask('addToCase', { place: { kind: 'case', caseId: 1 }, entry: { kind: 'ran', change } })).toMatchObject(written);
    expect(await ask('gatherEvidence', ofCheck)).toMatchObject({
      value: { answers: { right_port: { answer: 'yes' } }, case: { id: 1, entries: [{}, {}, { kind: 'ran' }] } },
    });
    expect(await ask('listOpenChanges', null)).toMatchObject({ rows: [{ caseId: 1, host: 'a.example', change: { undo: 'stop it' } }] });
    expect(await ask('listChanges', { hostId: 1 })).toMatchObject({ rows: [{ change: { id: 1 } }] });
    expect(await ask('closeCase', { caseId: 1, isReminded: false })).toMatchObject({ kind: 'changes_open', changes: [{}] });
    expect(await ask('closeCase', { caseId: 1, isReminded: true })).toEqual(written);
    expect(await ask('reopenCase', { caseId: 1 })).toEqual(written);
    expect(await ask('renameCase', { caseId: 1, title: 'The printer' })).toEqual(written);
    expect(await ask('listCases', { hostId: 1 })).toMatchObject({ rows: [{ title: 'The printer', entryCount: 3 }] });
    expect(await ask('readCase', { caseId: 1 })).toMatchObject({ value: { unreadableCount: 0 } });
    expect(await ask('rememberSystem', { hostId: 1, system: 'linux' })).toEqual(written);
  });

  test('measures for a case, hears the progress, and finds the result kept', async () => {
    const history = openHistory();
    const { port } = await listenOnLoopback(() => undefined);
    const request = { kind: 'tcp_ping', address: '127.0.0.1', port } as const;
    const heard = await told('measure', createMeasure(history)({ request, nameServers: [], place: ofCheck }, goOn));
    expect(heard.map(({ kind }) => kind)).toEqual([...Array.from({ length: 5 }, () => 'progress'), 'measured']);
    expect(heard.at(-1)).toMatchObject({ measurement: { request, finding: { kind: 'tcp_ping' } }, kept: { kind: 'written', caseId: 1 } });
    expect(await windowOf(history)('gatherEvidence', ofCheck)).toMatchObject({ value: { evidence: { measurements: [{ request }] } } });
  });

  test('stops a measurement, and the case knows that it was stopped', async () => {
    const history = openHistory();
    const { port } = await listenOnLoopback(() => undefined);
    const stop = new AbortController();
    const request = { kind: 'tcp_ping', address: '127.0.0.1', port } as const;
    const measuring = createMeasure(history)({ request, nameServers: [], place: ofCheck }, stop.signal);
    const heard = await told('measure', measuring, (event) => {
      if (event.kind === 'progress') stop.abort();
    });
    expect(heard.at(-1)).toMatchObject({ measurement: { finding: { kind: 'unavailable', reason: 'stopped' } }, kept: written });
  });

  test('measures without a history, too', async () => {
    const request = { kind: 'local_proxy' } as const;
    const heard = (place: typeof ofCheck | null) => told('measure', createMeasure(unusable)({ request, nameServers: [], place }, goOn));
    expect((await heard(null)).at(-1)).toMatchObject({ kind: 'measured', kept: null });
    expect((await heard(ofCheck)).at(-1)).toMatchObject({ kind: 'measured', kept: { kind: 'not_written', problem: unusable.problem } });
  });

  test('files a check that is made for a case in it', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    await ask('addToCase', { place: ofCheck, entry: { kind: 'noted', text: 'A note.' } });
    const target = { host: 'a.example', port: 80, transport: 'tcp' } as const;
    const options = v.parse(checkOptionsSchema, {});
    const stopped = AbortSignal.abort();
    const [finished] = (await told('runCheck', createRunCheck(history, new Sleep())({ target, options, caseId: 1 }, stopped))).slice(-1);
    expect(finished).toMatchObject({ kind: 'finished', check: { caseId: 1 }, saved: { kind: 'saved', id: 3 } });
    expect(await ask('readCase', { caseId: 1 })).toMatchObject({ value: { entries: [{}, {}, { kind: 'checked', checkId: 3 }] } });
  });
});

describe('a pasted text', () => {
  test('of a customer becomes a check from their place, and the pair chooses the branch', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    const text = 'nc: connect to a.example (203.0.113.96) port 80 (tcp) failed: Connection timed out\n';
    expect(await ask('readPasted', { text, vantage: 'customer', place: { kind: 'check', checkId: 2 } })).toMatchObject({
      kind: 'read',
      forms: ['nc'],
      checks: [{ id: 3, vantage: 'customer', outcome: 'timed_out', target: { host: 'a.example', port: 80 } }],
      kept: { kind: 'written', caseId: 1 },
    });
    const gathered = await ask('gatherEvidence', { kind: 'check', checkId: 2 });
    if (gathered.kind !== 'read' || gathered.value === null) throw new Error('Nothing was gathered.');
    const { evidence, answers } = gathered.value;
    expect(evidence.checks.map(({ vantage }) => vantage)).toContain('customer');
    const alone = { ...evidence, checks: [] };
    expect(evaluate(treeFor(evidence), evidence, answers)).not.toEqual(evaluate(treeFor(alone), alone, answers));
  });

  test('of a server answers its question, with the line that says so', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    const text = 'LISTEN 0 128 127.0.0.1:80 0.0.0.0:* users:(("nginx",pid=1,fd=6))\n';
    const command = `$ ss -ltnp\nState  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n${text}`;
    expect(await ask('readPasted', { text: command, vantage: 'customer', place: ofCheck })).toMatchObject({
      kind: 'read',
      checks: [],
      facts: [
        { kind: 'system', system: 'linux' },
        { kind: 'listening', scope: 'loopback', source: 'pasted', line: text.trim() },
        { kind: 'program', program: 'nginx' },
      ],
      kept: written,
    });
    expect(await ask('gatherEvidence', ofCheck)).toMatchObject({
      value: { evidence: { facts: expect.arrayContaining([expect.objectContaining({ scope: 'loopback' })]) as unknown } },
    });
  });

  test('that is nothing known changes nothing, and gets one sentence', async () => {
    const history = openHistory();
    const ask = windowOf(history);
    const answer = await ask('readPasted', { text: 'Dear support,\nit does not work.', vantage: 'customer', place: ofCheck });
    expect(answer).toMatchObject({ kind: 'not_read' });
    expect(answer.kind === 'not_read' ? answer.problem : '').toMatch(/\.$/u);
    expect(await ask('listCases', { hostId: 1 })).toMatchObject({ rows: [] });
    expect(await ask('readPasted', { text: 'x'.repeat(300_000), vantage: 'customer', place: null })).toMatchObject({ kind: 'not_read' });
  });

  test('that is nothing known is told in the language of the window', async () => {
    const { readPasted } = handlersOf(openHistory(), await loadWords('en-XA'));
    const answer = await readPasted({ text: 'Dear support', vantage: 'customer', place: null });
    expect(answer.kind === 'not_read' ? answer.problem : '').toMatch(/^⟦.*⟧$/u);
  });

  test('is a result someone sent, where there is no case; and is read without a history', async () => {
    const text = 'nc: connect to new.example port 25 (tcp) failed: Connection refused\n';
    const ask = windowOf(openHistory());
    expect(await ask('readPasted', { text, vantage: 'office', place: null })).toMatchObject({
      checks: [{ id: 3, target: { host: 'new.example', port: 25 } }],
      kept: null,
    });
    expect(await windowOf(unusable)('readPasted', { text, vantage: 'office', place: null })).toMatchObject({
      checks: [{ id: null }],
      kept: { kind: 'not_written' },
    });
  });
});

describe('the contract', () => {
  test.each([
    ['a note too long', 'addToCase', { place: ofCheck, entry: { kind: 'noted', text: 'x'.repeat(10_001) } }],
    ['an empty note', 'addToCase', { place: ofCheck, entry: { kind: 'noted', text: ' ' } }],
    ['a typed value too long', 'addToCase', { place: ofCheck, entry: { kind: 'typed', slot: 'zone', value: 'x'.repeat(301) } }],
    ['a measurement of its own', 'addToCase', { place: ofCheck, entry: { kind: 'measured', measurement: {} } }],
    ['a case without a number', 'addToCase', { place: { kind: 'case', caseId: 0 }, entry: { kind: 'noted', text: 'x' } }],
    ['a title of two lines', 'renameCase', { caseId: 1, title: 'two\nlines' }],
    ['a text too long', 'readPasted', { text: 'x'.repeat(1_000_001), vantage: 'customer', place: null }],
    ['a place called here', 'readPasted', { text: 'x', vantage: 'here', place: null }],
    ['a place that turns the line', 'readPasted', { text: 'x', vantage: 'moc.\u202eelpmaxe', place: null }],
    ['a system nobody knows', 'rememberSystem', { hostId: 1, system: 'beos' }],
  ] as const)('does not let %s pass', async (_what, name, request) => {
    const handlers = handlersOf(openHistory());
    expect(await answerCall({ entry: contract[name], handler: handlers[name] as never, payload: request })).toEqual({
      kind: 'faulted',
      fault: 'invalid_request',
    });
  });

  test('does not let a command line through as a name server', () => {
    const measuring = { request: { kind: 'dns', name: 'a.example' }, nameServers: ['-x'], place: null };
    expect(v.is(contract.measure.request, measuring)).toBe(false);
    expect(v.is(contract.measure.request, { ...measuring, nameServers: ['192.0.2.53'] })).toBe(true);
  });

  test('says why when the history did not open, whatever is asked', async () => {
    const { readPasted: _readPasted, ...handlers } = handlersOf(unusable);
    for (const [name, handler] of Object.entries(handlers)) {
      const answer: unknown = await (handler as (request: unknown) => unknown)({ kind: 'check' });
      expect(answer, name).toMatchObject({ problem: unusable.problem });
      v.parse(contract[name as keyof typeof handlers].response, answer);
    }
    const check = checkOf('a.example', 80, refusal);
    expect(await windowOf(unusable)('gatherEvidence', { kind: 'unsaved', check })).toMatchObject({ value: { evidence: { check } } });
  });
});

/** Two checks of one endpoint: one just worked, then it was refused. */
function openHistory(): StoreOpening {
  const store = openForTest();
  const nowMs = Date.now();
  saveChecks(store, [
    checkOf('a.example', 80, { startedAtMs: nowMs - 2 }),
    checkOf('a.example', 80, { startedAtMs: nowMs - 1, ...refusal }),
  ]);
  return { kind: 'open', store };
}

function handlersOf(opening: StoreOpening, words: Words = english) {
  return { ...createCaseHandlers(opening), readPasted: createReadPasted(opening, words) };
}

type Name = keyof ReturnType<typeof handlersOf>;

/** Asks as the window does: both the question and the answer pass the contract. */
function windowOf(opening: StoreOpening) {
  const handlers = handlersOf(opening);
  return async <Asked extends Name>(name: Asked, request: RequestOf<Asked>): Promise<ResponseOf<Asked>> => {
    const handler = handlers[name] as (request: CheckedRequestOf<Asked>) => unknown;
    const answer = await answerCall({ entry: contract[name], handler: handler as never, payload: request });
    if (answer.kind === 'faulted') throw new Error(`${name}: ${answer.fault}`);
    return answer.value as ResponseOf<Asked>;
  };
}
