import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { dataVersion } from '../../../electron/store/data-version.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { watchStore } from '../../../electron/store/watch-store.ts';
import { openForTest, temporaryFolder } from './open-for-test.ts';
import { run, runProcess } from './run-process.ts';
import { sampleCheck } from './sample-check.ts';

/** Longer than two looks at the history. */
const LONG_ENOUGH_MS = 800;

describe('watchStore', () => {
  test('calls back once when another process has saved, and again for the next time', async () => {
    const { folder, onChange } = watched();
    await runProcess('save-for-ever.ts', folder, '1', 'first');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 5_000 });
    await pause(LONG_ENOUGH_MS);
    expect(onChange).toHaveBeenCalledTimes(1);
    await runProcess('save-for-ever.ts', folder, '3', 'second');
    await vi.waitFor(() => expect(onChange.mock.calls.length).toBeGreaterThan(1), { timeout: 5_000 });
  });

  test('stays silent when this connection itself saves', async () => {
    const { store, onChange } = watched();
    saveCheck(store, sampleCheck());
    await pause(LONG_ENOUGH_MS);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('stays silent after its signal aborts, and when it was aborted before', async () => {
    const { folder, store, onChange, stop } = watched();
    stop();
    watchStore({ kind: 'open', store }, onChange, AbortSignal.abort());
    saveCheck(openForTest(folder), sampleCheck());
    await pause(LONG_ENOUGH_MS);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('does not keep the process alive', async () => {
    const watching = new URL('../../../electron/store/', import.meta.url).href;
    const script = `
      const { openStore } = await import('${watching}open.ts');
      const { watchStore } = await import('${watching}watch-store.ts');
      watchStore(openStore(process.argv[1]), () => undefined, new AbortController().signal);
      console.log('done');`;
    expect(await run([process.execPath, '--input-type=module', '--eval', script, temporaryFolder()])).toBe('done\n');
  });
});

describe('dataVersion', () => {
  test('changes when another connection wrote, and only then', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const other = openForTest(folder);
    const before = dataVersion(store);
    saveCheck(store, sampleCheck());
    expect(dataVersion(store)).toEqual(before);
    saveCheck(other, sampleCheck());
    expect(dataVersion(store)).not.toEqual(before);
  });

  test('says that the history was closed, when it was', () => {
    const store = openForTest();
    closeStore(store);
    expect(dataVersion(store)).toMatchObject({ kind: 'unreadable', problem: { kind: 'locked' } });
  });
});

function watched() {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  const onChange = vi.fn<() => void>();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  onTestFinished(stop);
  watchStore({ kind: 'open', store }, onChange, controller.signal);
  return { folder, store, onChange, stop };
}
