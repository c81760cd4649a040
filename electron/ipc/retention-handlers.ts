import type { RetentionPlan } from '../../shared/history/plan-retention.ts';
import type { RetentionPreview } from '../../shared/history/retention-preview.ts';
import { applyRetention } from '../store/checks/apply-retention.ts';
import { countExpiredTranscripts, expireTranscripts } from '../store/transcripts/expire-transcripts.ts';
import { planRetention } from '../store/checks/plan-retention.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { StoreOpening } from '../store/store.ts';
import { wipeLog } from '../store/wipe-log.ts';
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
      const nowMs = Date.now();
      const planned = yield* planRetention(opening.store, { ...request, nowMs }, signal);
      if (planned === null) return;
      if (planned.kind !== 'planned') return yield planned;
      const sessions = countExpiredTranscripts(opening.store, { policy: request.policy, nowMs });
      yield sessions.kind === 'read' ? { kind: 'preview', preview: previewOf(planned.plan, sessions.value) } : sessions;
    },
    async *applyRetention(request, signal) {
      if (opening.kind === 'unusable') return yield { kind: 'not_written', problem: opening.problem };
      // Planned again: what was made since the preview is newer, and so kept.
      const planned = yield* planRetention(opening.store, { ...request, nowMs: Date.now() }, signal);
      if (planned === null) return;
      if (planned.kind !== 'planned') return yield planned;
      const applied = yield* applyRetention(opening.store, planned.plan, signal);
      const problem = yield* expireTranscripts(opening.store, { policy: request.policy, nowMs: Date.now() }, signal);
      void wipeLog(opening.store);
      yield problem ?? applied;
    },
  };
}

function previewOf(
  { removedPerHost, reasons, ranges: _ranges, ...counts }: RetentionPlan,
  removedTranscriptCount: number,
): RetentionPreview {
  return { ...counts, removedTranscriptCount, hostCount: removedPerHost.size, reasons: { ...reasons } };
}
