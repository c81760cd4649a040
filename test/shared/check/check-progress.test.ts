import { describe, expect, test } from 'vitest';

import { advance, currentStage, noProgress, progressOf, type CheckProgress } from '../../../shared/check/check-progress.ts';
import type { CheckEvent } from '../../../shared/check/event.ts';
import { attempt, sampleCheck } from '../../electron/store/sample-check.ts';

const resolved: CheckEvent = {
  kind: 'resolved',
  resolution: {
    source: 'system',
    addresses: [{ address: '203.0.113.96', family: 4 }],
    systemCode: null,
    servers: [],
    answers: [],
    control: null,
  },
};
const passed = (stage: 'resolve' | 'connect'): CheckEvent => ({
  kind: 'stage_finished',
  record: { stage, outcome: 'passed', offsetMs: 0, durationMs: 3 },
});

function after(...events: readonly CheckEvent[]): CheckProgress {
  return events.reduce(advance, noProgress);
}

describe('what is known of a running check', () => {
  const resolving: CheckEvent = { kind: 'stage_started', stage: 'resolve', offsetMs: 0, limitMs: 10_000 };
  const connecting: CheckEvent = { kind: 'stage_started', stage: 'connect', offsetMs: 3, limitMs: 5_000 };
  const dialling: CheckEvent = { kind: 'address_started', address: '203.0.113.96', family: 4, offsetMs: 3 };

  test('names the stage that runs now, and none between two', () => {
    expect(currentStage(after())).toBeNull();
    expect(currentStage(after(resolving))).toMatchObject({ stage: 'resolve', limitMs: 10_000 });
    expect(currentStage(after(resolving, resolved, passed('resolve')))).toBeNull();
    expect(currentStage(after(resolving, passed('resolve'), connecting))).toMatchObject({ stage: 'connect' });
  });

  test('keeps each address from its first packet to what it met', () => {
    const dialled = after(connecting, dialling);
    expect(dialled.addresses).toEqual([{ kind: 'running', address: '203.0.113.96', offsetMs: 3 }]);
    const met = advance(dialled, { kind: 'address_finished', attempt: attempt({ durationMs: 12.5 }) });
    expect(met.addresses).toMatchObject([{ kind: 'ended', outcome: 'succeeded', durationMs: 12.5 }]);
    expect(dialled.addresses[0]?.kind).toBe('running');
  });

  test('of a finished one is all that its document says', () => {
    const check = sampleCheck();
    const progress = progressOf(check);
    expect(progress.stages.map(({ stage }) => stage)).toEqual(check.stages.map(({ stage }) => stage));
    expect(progress.addresses).toHaveLength(check.addresses.length);
    expect(currentStage(progress)).toBeNull();
  });
});
