import type { BackUpEnd, BackUpOrder } from '../store/file/back-up.ts';
import type { Verdict } from '../store/file/verify.ts';
import type { RestoreEnd, RestoreOrder } from '../store/file/restore.ts';
import type { RepairEnd, RepairOrder } from '../store/repair/repair.ts';
import type { StopFlag } from './stop-flag.ts';
import type { FileTaken, FileToTake } from './take-in-file.ts';

/** What cannot be done in small steps, and is therefore done in a thread of its own. */
export type TransferJob =
  | { readonly kind: 'back_up'; readonly order: BackUpOrder }
  | { readonly kind: 'take_in'; readonly file: FileToTake }
  | { readonly kind: 'restore'; readonly order: RestoreOrder }
  | { readonly kind: 'repair'; readonly order: RepairOrder }
  | { readonly kind: 'verify'; readonly path: string };

/** What the thread is started with. */
export interface TransferOrder {
  readonly job: TransferJob;
  readonly stop: StopFlag;
}

/** How each job ends. */
export interface TransferEnds {
  readonly back_up: BackUpEnd;
  readonly take_in: FileTaken;
  readonly restore: RestoreEnd;
  readonly repair: RepairEnd;
  readonly verify: Verdict;
}

/** What the thread tells. */
export type TransferMessage<End = TransferEnds[keyof TransferEnds]> =
  /** All it needs is loaded, SQLite too: it may be cut off from now on. */
  { readonly kind: 'begun' } | { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'ended'; readonly end: End };
