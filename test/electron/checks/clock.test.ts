import { afterEach, describe, expect, test, vi } from 'vitest';

import { finishCheck } from '../../../electron/checks/run-check.ts';
import { watchEndpoint } from '../../../electron/watch/watch-endpoint.ts';
import type { Check } from '../../../shared/check/check.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

const DAY_MS = 86_400_000;
const never = new AbortController().signal;

/** In turn, whenever anybody asks for the time of day: as bad as a clock can be. */
const jumpsMs = [0, -DAY_MS, 3_653 * DAY_MS, -3_600_000, 3_600_000];

afterEach(() => {
  vi.restoreAllMocks();
});

function letTheClockJump(): void {
  const real = Date.now();
  let asked = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => real + (jumpsMs[(asked += 1) % jumpsMs.length] ?? 0));
}

function timesOf(check: Check): readonly number[] {
  return [
    check.durationMs,
    ...check.stages.flatMap(({ offsetMs, durationMs }) => [offsetMs, durationMs]),
    ...check.addresses.flatMap(({ offsetMs, durationMs }) => [offsetMs, durationMs]),
    ...(check.failure === null ? [] : [check.failure.elapsedMs]),
  ];
}

describe('while the time of day jumps', () => {
  test('a check measures by a clock of its own: what succeeds and what runs into its limit take the time they take', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    letTheClockJump();
    const good = await finishCheck({ host: '127.0.0.1', port, transport: 'tcp' }, fillOptions({ connectOnly: true }), never);
    const silent = await finishCheck(
      { host: '127.0.0.1', port, transport: 'tcp' },
      fillOptions({ service: 'http', timeoutMs: 300, controlName: null }),
      never,
    );
    expect(good.outcome).toBe('succeeded');
    expect(silent.outcome).toBe('no_answer');
    for (const timeMs of [...timesOf(good), ...timesOf(silent)]) {
      expect(timeMs).toBeGreaterThanOrEqual(0);
      expect(timeMs).toBeLessThan(30_000);
    }
    expect(silent.durationMs).toBeGreaterThan(250);
  });

  test('a watch keeps its rhythm: neither a burst of checks nor a day of silence', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    letTheClockJump();
    const startedMs = performance.now();
    const target = { host: '127.0.0.1', port, transport: 'tcp' } as const;
    const order = { target, options: fillOptions({ connectOnly: true }), intervalMs: 200, count: 5, untilChange: false, isAgreed: true };
    const watching = watchEndpoint(order, never);
    const outcomes: string[] = [];
    for (let step = await watching.next(); step.done !== true; step = await watching.next()) outcomes.push(step.value.check.outcome);
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'succeeded'));
    expect(performance.now() - startedMs).toBeGreaterThan(4 * 200 - 50);
    expect(performance.now() - startedMs).toBeLessThan(20_000);
  });
});
