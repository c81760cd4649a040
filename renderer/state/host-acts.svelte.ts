import type { RequestOf, ResponseOf, StopStream } from '../../shared/ipc/types.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask, follow } from '../bridge.ts';

/** How far a long change has come. */
export interface ActProgress {
  readonly doneCount: number;
  readonly totalCount: number;
}

/** How a long change ended. */
export type ActEnd = 'done' | 'gone' | 'failed' | 'left';

/** Renaming, merging, deleting and restoring hosts. */
export class HostActs {
  /** Of the long change that is under way; null when none is. */
  progress: ActProgress | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);
  #stop: StopStream | null = null;

  /** Gives a host another name. */
  async rename(request: RequestOf<'renameHost'>): Promise<ResponseOf<'renameHost'>> {
    return this.#note(await ask('renameHost', request));
  }

  /** Deletes hosts with all they have; `restore` takes it back for a week. */
  async trash(hostIds: readonly number[]): Promise<ResponseOf<'trashHosts'>> {
    return this.#note(await ask('trashHosts', { hostIds: [...hostIds] }));
  }

  /** Takes deleting back. */
  async restore(hostIds: readonly number[]): Promise<ResponseOf<'restoreHosts'>> {
    return this.#note(await ask('restoreHosts', { hostIds: [...hostIds] }));
  }

  /** Moves all a host has into another one. */
  async merge(request: RequestOf<'mergeHosts'>): Promise<ActEnd> {
    return this.#carryOut((onEvent, onEnd) => follow('mergeHosts', request, { onEvent, onEnd }));
  }

  /** Deletes for good what was deleted. */
  async emptyTrash(): Promise<ActEnd> {
    return this.#carryOut((onEvent, onEnd) => follow('emptyTrash', null, { onEvent, onEnd }));
  }

  /** Leaves a long change: what has begun of it is finished after the next start, or stays undone. */
  leave(): void {
    this.#stop?.();
  }

  async #carryOut(begin: (onEvent: (event: LongEvent) => void, onEnd: () => void) => StopStream): Promise<ActEnd> {
    let end: ActEnd = 'left';
    this.problem = null;
    await new Promise<void>((resolve) => {
      this.#stop = begin((event) => {
        if (event.kind === 'progress') this.progress = event;
        else if (event.kind === 'not_written') [this.problem, end] = [event.problem, 'failed'];
        else end = event.kind === 'gone' ? 'gone' : 'done';
      }, resolve);
    });
    this.progress = null;
    this.#stop = null;
    return end;
  }

  #note<Answer extends { readonly kind: string; readonly problem?: StoreProblem }>(answer: Answer): Answer {
    this.problem = answer.kind === 'not_written' ? (answer.problem ?? null) : null;
    return answer;
  }
}

type LongEvent =
  | ({ readonly kind: 'progress' } & ActProgress)
  | { readonly kind: 'merged' | 'emptied' | 'gone' }
  | { readonly kind: 'not_written'; readonly problem: StoreProblem };
