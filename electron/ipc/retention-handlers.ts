import type { RetentionPlan } from '../../shared/history/plan-retention.ts';
import type { RetentionPreview } from '../../shared/history/retention-preview.ts';
import { applyRetention } from '../store/apply-retention.ts';
import { planRetention } from '../store/plan-retention.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { StoreOpening } from '../store/store.ts';
import type { Handlers } from './handlers.ts';
import { readFrom, writeTo } from './with-store.ts';

/** The handlers that decide how much of the past is kept. */
export type RetentionHandlers = Pick<Handlers, 'readRetention' | 'writeRetention' | 'previewRetention' | 'applyRetention'>;

/** Makes the handlers that decide how much of the past is kept, of a history that opened or did not. */
export function createRetentionHandlers(opening: StoreOpening): RetentionHandlers {
  return {
    readRetention: () => readFrom(opening, (store) => readSetting(store, 'retention')),
    writeRetention: ({ policy }) => writeTo(opening, (store) => writeSetting(store, { name: 'retention', value: policy })),
    async *previewRetention(request, signal) {
      if (opening.kind === 'unusable') return yield { kind: 'unreadable', problem: opening.problem };
      const planned = yield* planRetention(opening.store, { ...request, nowMs: Date.now() }, signal);
      if (planned === null) return;
      yield planned.kind === 'planned' ? { kind: 'preview', preview: previewOf(planned.plan) } : planned;
    },
    async *applyRetention(request, signal) {
      if (opening.kind === 'unusable') return yield { kind: 'not_written', problem: opening.problem };
      // Planned again: what was made since the preview is newer, and so kept.
      const planned = yield* planRetention(opening.store, { ...request, nowMs: Date.now() }, signal);
      if (planned === null) return;
      yield planned.kind === 'planned' ? yield* applyRetention(opening.store, planned.plan, signal) : planned;
    },
  };
}

function previewOf({ keptCount, removedCount, removedFailureCount, reasons, removedPerHost }: RetentionPlan): RetentionPreview {
  return { keptCount, removedCount, removedFailureCount, hostCount: removedPerHost.size, reasons: { ...reasons } };
}
