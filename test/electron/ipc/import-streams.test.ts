import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createFollowHistory } from '../../../electron/ipc/follow-history-stream.ts';
import { createImportStreams } from '../../../electron/ipc/import-streams.ts';
import { createReadTargetFile } from '../../../electron/ipc/read-target-file.ts';
import { Sleep } from '../../../electron/checks/sleep.ts';
import { createRunCheck } from '../../../electron/ipc/run-check-stream.ts';
import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import type { Check } from '../../../shared/check/check.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { closedPort } from '../../support/loopback.ts';
import { makePipe } from '../../support/make-pipe.ts';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { workerFile } from '../transfer/worker-file.ts';
import { personNaming } from './dialogs.ts';
import { told } from './told.ts';

const never = new AbortController().signal;

function fileOf(checks: readonly Check[], end = ''): string {
  const path = join(temporaryFolder(), 'from a colleague.jsonl');
  writeFileSync(path, checks.map((check) => jsonLine(check)).join('') + end);
  return path;
}

function someChecks(count: number): readonly Check[] {
  return Array.from({ length: count }, (_, index) =>
    checkOf('a.example', 80, { startedAtMs: 5_000 + index, ...(index === 0 ? refusal : {}) }),
  );
}

function windowWith(path: string | null, store: Store = openForTest()) {
  const { dialogs } = personNaming(path);
  return { store, ...createImportStreams({ history: { kind: 'open', store }, dialogs, workerFile }) };
}

/** Previews and gives the token. */
async function preview({ previewImport }: ReturnType<typeof windowWith>): Promise<string> {
  const last = (await told('previewImport', previewImport(null, never))).at(-1);
  if (last?.kind !== 'preview') throw new Error(last?.kind);
  return last.token;
}

const countIn = (store: Store): unknown => {
  const count = countChecks(store);
  return count.kind === 'read' ? count.value : count.problem;
};

describe('an import of the window', () => {
  test('is previewed without a change, then taken in as a whole', async () => {
    const window = windowWith(fileOf([...someChecks(3), checkOf('b.example', 443, { startedAtMs: 9_000 })]));
    saveCheck(window.store, checkOf('a.example', 80, { startedAtMs: 5_001 }));
    const counts = {
      newCheckCount: 3,
      knownCheckCount: 1,
      newHostCount: 1,
      hostCount: 2,
      labelledHostCount: 0,
      outcomeCounts: [
        { outcome: 'refused', count: 1 },
        { outcome: 'succeeded', count: 2 },
      ],
      earliestMs: 5_000,
      latestMs: 9_000,
    };
    const previewed = await told('previewImport', window.previewImport(null, never));
    expect(previewed[0]).toEqual({ kind: 'choosing' });
    expect(previewed.at(-1)).toMatchObject({ kind: 'preview', name: 'from a colleague.jsonl', counts });
    expect(countIn(window.store)).toBe(1);
    const token = await preview(window);
    const imported = await told('applyImport', window.applyImport({ token, vantage: 'Anna’s laptop' }, never));
    expect(imported.at(-1)).toEqual({ kind: 'imported', counts });
    expect(countIn(window.store)).toBe(4);
    expect(readCheck(window.store, 2)).toMatchObject({ value: { vantage: 'Anna’s laptop' } });
  });

  test('of a file with a bad line names the line and changes nothing', async () => {
    const window = windowWith(fileOf(someChecks(2), '{"version":1}\n'));
    expect((await told('previewImport', window.previewImport(null, never))).at(-1)).toMatchObject({
      kind: 'bad_line',
      problem: { lineNumber: 3, why: 'not_a_check' },
    });
    expect(countIn(window.store)).toBe(0);
  });

  test('is not made of another file than was previewed, nor of none', async () => {
    const path = fileOf(someChecks(2));
    const window = windowWith(path);
    const changed = [{ kind: 'changed_meanwhile' }];
    expect(await told('applyImport', window.applyImport({ token: 'a guess', vantage: null }, never))).toEqual(changed);
    const token = await preview(window);
    appendFileSync(path, jsonLine(checkOf('c.example', 80)));
    expect(await told('applyImport', window.applyImport({ token, vantage: null }, never))).toEqual(changed);
    const second = await preview(window);
    expect(await told('applyImport', window.applyImport({ token, vantage: null }, never))).toEqual(changed);
    expect(countIn(window.store)).toBe(0);
    expect((await told('applyImport', window.applyImport({ token: second, vantage: null }, never))).at(-1)?.kind).toBe('imported');
  });

  test('that is stopped changes nothing, and a check that ended meanwhile is kept', async () => {
    const window = windowWith(fileOf(someChecks(20_000)));
    const token = await preview(window);
    const stop = new AbortController();
    const run = createRunCheck({ kind: 'open', store: window.store }, new Sleep());
    const target = { host: '127.0.0.1', port: await closedPort(), transport: 'tcp' } as const;
    let checking: Promise<readonly unknown[]> = Promise.resolve([]);
    const events = await told('applyImport', window.applyImport({ token, vantage: null }, stop.signal), ({ kind }) => {
      if (kind !== 'share' || stop.signal.aborted) return;
      checking = told('runCheck', run({ target, options: fillOptions({ controlName: null }) }, never));
      stop.abort();
    });
    expect(events.at(-1)).toEqual({ kind: 'stopped' });
    expect((await checking).at(-1)).toMatchObject({ kind: 'finished', saved: { kind: 'saved' } });
    expect(countIn(window.store)).toBe(1);
  });

  test('is told to whoever follows the history', async () => {
    const window = windowWith(fileOf(someChecks(5)));
    const token = await preview(window);
    const stop = new AbortController();
    const following = told('followHistory', createFollowHistory({ kind: 'open', store: window.store })(null, stop.signal), () =>
      stop.abort(),
    );
    await told('applyImport', window.applyImport({ token, vantage: null }, never));
    expect((await following)[0]).toEqual({ kind: 'changed' });
  });

  test('that is dismissed, or cannot be read, or of a history that did not open, says so', async () => {
    expect(await told('previewImport', windowWith(null).previewImport(null, never))).toEqual([{ kind: 'choosing' }, { kind: 'dismissed' }]);
    const path = join(temporaryFolder(), 'nothing.jsonl');
    expect((await told('previewImport', windowWith(path).previewImport(null, never))).at(-1)).toMatchObject({
      kind: 'file_unreadable',
      problem: { path },
    });
    const problem = { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } as const;
    const closed = createImportStreams({ history: { kind: 'unusable', problem }, dialogs: personNaming(path).dialogs, workerFile });
    expect(await told('previewImport', closed.previewImport(null, never))).toEqual([{ kind: 'unreadable', problem }]);
    expect(await told('applyImport', closed.applyImport({ token: 'x', vantage: null }, never))).toEqual([{ kind: 'not_written', problem }]);
  });
});

describe('readTargetFile', () => {
  const read = async (content: string | Buffer): Promise<unknown> => {
    const path = join(temporaryFolder(), 'targets.csv');
    writeFileSync(path, content);
    return createReadTargetFile(personNaming(path).dialogs)(null);
  };

  test('gives the text of the file, without its byte order mark', async () => {
    expect(await read('\ufeffhost,port\r\nweb1.example.net,80\r\n')).toEqual({
      kind: 'read',
      name: 'targets.csv',
      text: 'host,port\r\nweb1.example.net,80\r\n',
    });
  });

  test('refuses what is too large or no text', async () => {
    expect(await read('x'.repeat(1_000_001))).toEqual({ kind: 'too_large', name: 'targets.csv', sizeBytes: 1_000_001 });
    expect(await read(Buffer.from([0xff, 0xfe, 0x00]))).toEqual({ kind: 'not_text', name: 'targets.csv' });
    expect(await read('PK\u0003\u0004\0')).toEqual({ kind: 'not_text', name: 'targets.csv' });
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe that nobody writes into', async () => {
    const path = join(temporaryFolder(), 'targets.csv');
    await makePipe(path);
    expect(await createReadTargetFile(personNaming(path).dialogs)(null)).toEqual({ kind: 'not_text', name: 'targets.csv' });
  });

  test('of nothing, or of a folder, says why', async () => {
    expect(await createReadTargetFile(personNaming(null).dialogs)(null)).toEqual({ kind: 'dismissed' });
    expect(await createReadTargetFile(personNaming(temporaryFolder()).dialogs)(null)).toMatchObject({ kind: 'file_unreadable' });
    expect(await createReadTargetFile(personNaming('/nonexistent/targets.csv').dialogs)(null)).toMatchObject({ kind: 'file_unreadable' });
  });
});
