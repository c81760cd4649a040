import type { Check } from './check.ts';
import type { CheckEvent } from './event.ts';
import type { AddressAttempt, Resolution } from './evidence.ts';
import { assertNever } from './assert-never.ts';
import type { Stage, StageRecord } from './stage.ts';

/** One stage so far. */
export type StageProgress =
  | { readonly kind: 'running'; readonly stage: Stage; readonly offsetMs: number; readonly limitMs: number }
  | ({ readonly kind: 'ended' } & StageRecord);

/** One address so far. */
export type AddressProgress =
  { readonly kind: 'running'; readonly address: string; readonly offsetMs: number } | ({ readonly kind: 'ended' } & AddressAttempt);

/** What is known of a check, running or finished: in the order it became known. */
export interface CheckProgress {
  readonly resolution: Resolution | null;
  readonly stages: readonly StageProgress[];
  readonly addresses: readonly AddressProgress[];
}

/** A check that has not told anything yet. */
export const noProgress: CheckProgress = { resolution: null, stages: [], addresses: [] };

/** What is known after one more event. */
export function advance(progress: CheckProgress, event: CheckEvent): CheckProgress {
  const { stages, addresses } = progress;
  switch (event.kind) {
    case 'stage_started':
      return { ...progress, stages: [...stages, { ...event, kind: 'running' }] };
    case 'stage_finished':
      return { ...progress, stages: stages.map((one) => (one.stage === event.record.stage ? { kind: 'ended', ...event.record } : one)) };
    case 'resolved':
      return { ...progress, resolution: event.resolution };
    case 'address_started':
      return { ...progress, addresses: [...addresses, { kind: 'running', address: event.address, offsetMs: event.offsetMs }] };
    case 'address_finished':
      return {
        ...progress,
        addresses: addresses.map((one) => (one.address === event.attempt.address ? { kind: 'ended', ...event.attempt } : one)),
      };
    case 'tls_agreed':
    case 'greeted':
      return progress; // shown with the finished check, as evidence
    default:
      return assertNever(event);
  }
}

/** The same of a check that is finished. */
export function progressOf({ resolution, stages, addresses }: Check): CheckProgress {
  return {
    resolution,
    stages: stages.map((record) => ({ kind: 'ended', ...record })),
    addresses: addresses.map((attempt) => ({ kind: 'ended', ...attempt })),
  };
}

/** The stage that runs now, or null between two stages and at the end. */
export function currentStage({ stages }: CheckProgress): Extract<StageProgress, { kind: 'running' }> | null {
  return stages.find((stage) => stage.kind === 'running') ?? null;
}
