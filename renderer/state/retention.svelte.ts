import type { RetentionPolicy } from '../../shared/history/retention-policy.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';
import { LongAct } from './long-act.svelte.ts';

/** How much of the past is kept. */
export class Retention {
  /** What holds; null keeps everything. Undefined until it was read. */
  policy: RetentionPolicy | null | undefined = $state.raw(undefined);
  problem: StoreProblem | null = $state.raw(null);
  readonly previewing = new LongAct('previewRetention');
  readonly applying = new LongAct('applyRetention');

  /** Reads what holds. */
  async read(): Promise<void> {
    const read = await ask('readRetention', null);
    if (read.kind === 'unreadable') this.problem = read.problem;
    else this.policy = read.value;
  }

  /** Makes it hold; null turns it off. False when it could not be written. */
  async write(policy: RetentionPolicy | null): Promise<boolean> {
    const written = await ask('writeRetention', { policy });
    this.problem = written.kind === 'not_written' ? written.problem : null;
    if (this.problem === null) this.policy = policy;
    return this.problem === null;
  }

  /** Forgets what was shown of other limits. */
  forget(): void {
    this.previewing.forget();
    this.applying.forget();
  }
}
