import { basename, dirname, join } from 'node:path';

import type { CheckedRequestOf, EventOf } from '../../shared/ipc/types.ts';
import { isRepairable } from '../../shared/history/is-repairable.ts';
import { openStore } from '../store/open.ts';
import type { StoreOpening } from '../store/store.ts';
import { backUpHistory, type BackedUp } from '../transfer/back-up-history.ts';
import { backupFolder, backupPathFor, listBackups, makeBackupFolder } from '../transfer/backup-folder.ts';
import { restoreHistory, type Restored } from '../transfer/restore-history.ts';
import { suggestName } from '../transfer/suggest-name.ts';
import type { FileDialogs } from './files.ts';
import type { Handlers, StreamHandler } from './handlers.ts';
import { replaceOpening, suspendOpening } from './reopen-history.ts';
import { withProgress } from './with-progress.ts';

/** What backups need. */
export interface BackingUp {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
}

/** Makes the handlers that copy the whole history and put a copy back. */
export function createBackupHandlers(backingUp: BackingUp): Pick<Handlers, 'listBackups' | 'backUpHistory' | 'restoreHistory'> {
  return {
    listBackups: () => listBackups(pathOf(backingUp.history)),
    backUpHistory: createBackUp(backingUp),
    restoreHistory: createRestore(backingUp),
  };
}

function pathOf(history: StoreOpening): string {
  return history.kind === 'open' ? history.store.path : history.problem.path;
}

type Share = Extract<EventOf<'backUpHistory'>, { kind: 'share' }>;

function createBackUp({ history, dialogs, workerFile }: BackingUp): StreamHandler<'backUpHistory'> {
  return async function* backUp({ to }, signal) {
    if (history.kind === 'unusable') return yield { kind: 'unreadable', problem: history.problem };
    const { path } = history.store;
    let toPath: string | null = backupPathFor(path, Date.now());
    if (to === 'chosen_file') {
      yield { kind: 'choosing' };
      const suggestedName = suggestName({ host: 'history', nowMs: Date.now(), ending: 'sqlite' });
      toPath = await dialogs.askWhereToSave({ suggestedName, ending: 'sqlite' }, signal);
      if (toPath === null) return yield { kind: 'dismissed' };
    } else {
      const problem = makeBackupFolder(path);
      if (problem !== null) return yield { kind: 'not_written', problem };
    }
    const copying = { path, toPath, mayReplace: to === 'chosen_file', workerFile };
    const end = yield* withProgress<Share, BackedUp>(async (tell) =>
      backUpHistory({ ...copying, onProgress: (share) => tell({ kind: 'share', share }) }, signal),
    );
    yield backedUpEvent(end, toPath);
  };
}

function backedUpEvent(end: BackedUp, path: string): EventOf<'backUpHistory'> {
  switch (end.kind) {
    case 'backed_up':
      return { ...end, path };
    case 'exists':
      // Only in our own folder: two in the same millisecond.
      return { kind: 'not_written', problem: { kind: 'failed', path, detail: 'It is there already.' } };
    case 'is_history':
    case 'unreadable':
    case 'not_written':
    case 'stopped':
      return end;
  }
}

function createRestore({ history, dialogs, workerFile }: BackingUp): StreamHandler<'restoreHistory'> {
  return async function* restore({ from }, signal) {
    const obstacle = history.kind === 'open' ? history.store.unwritable : isRepairable(history.problem) ? null : history.problem;
    if (obstacle !== null) return yield { kind: 'not_written', problem: obstacle };
    const path = pathOf(history);
    if (from.kind === 'chosen_file') yield { kind: 'choosing' };
    const fromPath = from.kind === 'listed' ? findListed(path, from) : await dialogs.askWhatToOpen(['sqlite'], signal);
    if (fromPath === null) return yield { kind: from.kind === 'listed' ? 'gone' : 'dismissed' };
    const restoring = withProgress<Share, Restored>(async (tell) => {
      const onProgress = (share: number): void => tell({ kind: 'share', share });
      return restoreHistory({ path, fromPath, nowMs: Date.now(), workerFile, onProgress }, signal);
    });
    const end = yield* restoring;
    if (end.kind === 'replaced') {
      suspendOpening(history);
      replaceOpening(history, openStore(dirname(path)));
    }
    yield restoredEvent(end);
  };
}

/** Only what is in the folder of backups now: a name is never put together to a path unseen. */
function findListed(path: string, { name }: Extract<CheckedRequestOf<'restoreHistory'>['from'], { kind: 'listed' }>): string | null {
  const listed = listBackups(path);
  const isThere = listed.kind === 'listed' && listed.rows.some((backup) => backup.name === name);
  return isThere ? join(backupFolder(path), name) : null;
}

function restoredEvent(end: Restored): EventOf<'restoreHistory'> {
  switch (end.kind) {
    case 'replaced':
      return { kind: 'restored', keptName: null };
    case 'restored':
      return { kind: 'restored', keptName: basename(end.keptPath) };
    case 'not_restored':
      return { kind: 'not_written', problem: end.problem };
    case 'unusable':
    case 'is_history':
    case 'stopped':
      return end;
  }
}
