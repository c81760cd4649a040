import { describe, expect, test } from 'vitest';

import { lastMoment, stageRows } from '../../../../renderer/parts/stages/stage-rows.ts';
import { timeScale } from '../../../../renderer/parts/stages/time-scale.ts';
import { advance, noProgress, progressOf } from '../../../../shared/check/check-progress.ts';
import type { Check } from '../../../../shared/check/check.ts';
import type { CheckEvent } from '../../../../shared/check/event.ts';
import { english } from '../../../../shared/text/english.ts';
import { refusal, sampleCheck } from '../../../electron/store/sample-check.ts';

function rowsOf(check: Check) {
  return stageRows({ target: check.target, progress: progressOf(check), check }, english);
}

describe('the rows of a finished check', () => {
  test('are one a stage, and one an address in the connect stage, named once', () => {
    const rows = rowsOf(sampleCheck());
    expect(rows.map(({ label }) => label)).toEqual(['Resolve', 'Connect', '', 'TLS', 'Greeting', 'Request']);
    expect(rows.map(({ what }) => what)).toEqual([
      '2\u00a0addresses',
      '203.0.113.96',
      '2001:db8::96',
      'Not used on port 21',
      '220 (vsFTPd 3.0.3)',
      'Not needed',
    ]);
  });

  test('say an outcome only where it did not go well', () => {
    expect(rowsOf(sampleCheck()).map(({ outcome }) => outcome)).toEqual([null, null, 'network_unreachable', null, null, null]);
  });

  test('say why a stage was not run, and draw nothing for it', () => {
    const skipped = ['handshake', 'greeting', 'request'] as const;
    const check = sampleCheck({
      ...refusal,
      stages: [
        { stage: 'resolve', outcome: 'passed', offsetMs: 0, durationMs: 3 },
        { stage: 'connect', outcome: 'failed', offsetMs: 3, durationMs: 2 },
        ...skipped.map((stage) => ({ stage, outcome: 'skipped' as const, offsetMs: 0, durationMs: 0 })),
      ],
    });
    const notRun = rowsOf(check).slice(-3);
    expect(notRun.map(({ what }) => what)).toEqual(Array(3).fill('Not run: no connection'));
    expect(notRun.map(({ bar }) => bar)).toEqual([null, null, null]);
  });
});

test('a stage that runs has a bar without an end, and its limit', () => {
  const events: readonly CheckEvent[] = [
    { kind: 'stage_started', stage: 'connect', offsetMs: 3, limitMs: 5_000 },
    { kind: 'address_started', address: '203.0.113.96', family: 4, offsetMs: 3 },
  ];
  const rows = stageRows({ target: sampleCheck().target, progress: events.reduce(advance, noProgress), check: null }, english);
  expect(rows[1]).toMatchObject({ what: '203.0.113.96', bar: { offsetMs: 3, durationMs: null }, limitMs: 5_000, outcome: null });
  expect(rows[0]).toMatchObject({ bar: null, what: '' });
});

describe('the scale', () => {
  test.each([
    [0, 0.1, 1],
    [0.35, 0.1, 4],
    [6, 1, 6],
    [15, 2, 8],
    [16.1, 5, 4],
    [130, 20, 7],
    [5_003, 1_000, 6],
    [30_000, 5_000, 6],
  ])('for %d ms has steps of %d ms, %i of them', (lastMs, stepMs, stepCount) => {
    const scale = timeScale(lastMs);
    expect(scale.stepMs).toBeCloseTo(stepMs);
    expect(scale.stepCount).toBe(stepCount);
    expect(scale.endMs).toBeGreaterThanOrEqual(lastMs - 1e-9);
  });

  test('ends where the last row does', () => {
    expect(lastMoment(rowsOf(sampleCheck()))).toBe(35.5);
    expect(lastMoment([])).toBe(0);
  });
});
