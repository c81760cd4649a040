import type { Backup } from '../../shared/history/backup.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';

/** The copies of the history in its own folder. */
export class BackupList {
  /** Newest first; null until they were read. */
  backups: readonly Backup[] | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);

  /** Reads them again. */
  async refresh(): Promise<void> {
    const listing = await ask('listBackups', null);
    this.problem = listing.kind === 'unreadable' ? listing.problem : null;
    if (listing.kind === 'listed') this.backups = listing.rows;
  }
}
