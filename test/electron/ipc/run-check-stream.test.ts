import { describe, expect, test } from 'vitest';

import { Sleep } from '../../../electron/checks/sleep.ts';
import { createRunCheck } from '../../../electron/ipc/run-check-stream.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { describeCheck } from '../../../shared/text/describe-check.ts';
import { english } from '../../../shared/text/english.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import { openForTest } from '../store/open-for-test.ts';
import { told } from './told.ts';

async function runUntilGreeting(act: (sleep: Sleep, stop: AbortController) => void) {
  const { port, sockets } = await listenOnLoopback((socket) => socket.resume());
  const history: StoreOpening = { kind: 'open', store: openForTest() };
  const sleep = new Sleep();
  const stop = new AbortController();
  const request = {
    target: { host: '127.0.0.1', port, transport: 'tcp' } as const,
    options: fillOptions({ controlName: null, service: 'smtp' }),
  };
  const events = await told('runCheck', createRunCheck(history, sleep)(request, stop.signal), (event) => {
    if (event.kind === 'stage_started' && event.stage === 'greeting') act(sleep, stop);
  });
  await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
  return { events, store: history.store };
}

describe('a check of the window that the computer’s sleep interrupts', () => {
  test('is cancelled at once and kept, with the sleep as its reason and the time it really took', async () => {
    const { events, store } = await runUntilGreeting((sleep) => sleep.begin());
    const { check } = events.at(-1) as { readonly check: Parameters<typeof describeCheck>[0] };
    expect(check).toMatchObject({ id: 1, outcome: 'cancelled', failure: { code: 'interrupted_by_sleep', operation: 'greeting' } });
    expect(check.durationMs).toBeGreaterThan(0);
    expect(check.durationMs).toBeLessThan(30_000);
    expect(readCheck(store, 1)).toMatchObject({ value: { outcome: 'cancelled', failure: { code: 'interrupted_by_sleep' } } });
    expect(describeCheck(check, english).headline).toMatch(
      /^Not run to the end\. The computer went to sleep after .+, and the check was ended\.$/u,
    );
  });

  test('is the person’s to cancel as well', async () => {
    const { events } = await runUntilGreeting((_sleep, stop) => stop.abort());
    expect(events.at(-1)).toMatchObject({ check: { failure: { code: 'cancelled' } } });
  });
});
