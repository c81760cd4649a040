import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';

/** Whether checks are kept. */
export class HistoryStatus {
  /** Null until it was read, and when the history cannot be read. */
  checkCount: number | null = $state(null);
  /** Why the history can be neither read nor written, or null. */
  unusable: StoreProblem | null = $state.raw(null);
  /** Why nothing new can be saved, or null. */
  unwritable: StoreProblem | null = $state.raw(null);

  /** What was found damaged, or null. */
  damage: StoreProblem | null = $state.raw(null);

  /** What a check finds is kept. */
  readonly isSaving = $derived(this.unusable === null && this.unwritable === null);

  /** Reads it again. */
  async refresh(): Promise<void> {
    const status = await ask('readHistoryStatus', null);
    this.unusable = status.kind === 'unreadable' ? status.problem : null;
    this.unwritable = status.kind === 'read' ? status.value.unwritable : null;
    this.damage = status.kind === 'read' ? status.value.damage : null;
    this.checkCount = status.kind === 'read' ? status.value.checkCount : null;
  }
}
