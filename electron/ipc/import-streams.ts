import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';

import { makeVisible } from '../../shared/console/display.ts';
import type { CountsOfImport } from '../../shared/history/import-counts.ts';
import type { EventOf } from '../../shared/ipc/types.ts';
import type { ImportCounts } from '../store/checks/import-tally.ts';
import type { Store, StoreOpening } from '../store/store.ts';
import { identifyFile, isUnchanged, type FileIdentity } from '../transfer/identify-file.ts';
import { importFile } from '../transfer/import-file.ts';
import type { Stopped } from '../transfer/run-transfer.ts';
import type { FileTaken } from '../transfer/take-in-file.ts';
import type { FileDialogs } from './files.ts';
import type { Handlers } from './handlers.ts';
import { withProgress } from './with-progress.ts';

/** What an import needs. */
export interface Importing {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
}

interface Previewed {
  readonly token: string;
  readonly path: string;
  readonly identity: FileIdentity;
}

/** Makes the streams that preview a file of checks and then take it in: a preview is good until the next one. */
export function createImportStreams({ history, dialogs, workerFile }: Importing): Pick<Handlers, 'previewImport' | 'applyImport'> {
  let previewed: Previewed | null = null;
  return {
    async *previewImport(_request, signal) {
      if (history.kind === 'unusable') return yield { kind: 'unreadable', problem: history.problem };
      yield { kind: 'choosing' };
      const path = await dialogs.askWhatToOpen(['jsonl'], signal);
      if (path === null) return yield { kind: 'dismissed' };
      // Looked at before it is read: one that is changed meanwhile is another one.
      const identity = identifyFile(path);
      const end = yield* takeIn({ store: history.store, path, vantage: null, isPreview: true, workerFile }, signal);
      if (end.kind !== 'taken' || identity === null) return yield whyNotPreviewed(end);
      previewed = { token: randomUUID(), path, identity };
      yield { kind: 'preview', token: previewed.token, ...nameOf(previewed), counts: countsOf(end.counts) };
    },
    async *applyImport({ token, vantage }, signal) {
      if (history.kind === 'unusable') return yield { kind: 'not_written', problem: history.problem };
      const { store } = history;
      const file = previewed;
      if (file === null || file.token !== token || !isUnchanged(file.path, file.identity)) return yield { kind: 'changed_meanwhile' };
      const taking = takeIn({ store, path: file.path, vantage, isPreview: false, workerFile }, signal);
      const end = yield* taking;
      yield end.kind === 'taken' ? { kind: 'imported', counts: countsOf(end.counts) } : whyNotImported(end);
    },
  };
}

type Share = Extract<EventOf<'applyImport'>, { kind: 'share' }>;

type Ended = FileTaken | Stopped;

type NotTaken = Exclude<Ended, { kind: 'taken' }>;

interface Taking {
  readonly store: Store;
  readonly path: string;
  readonly vantage: string | null;
  readonly isPreview: boolean;
  readonly workerFile: URL;
}

function takeIn({ store, workerFile, ...order }: Taking, signal: AbortSignal): AsyncGenerator<Share, Ended, void> {
  return withProgress(async (tell) => {
    const onProgress = (share: number): void => tell({ kind: 'share', share });
    return importFile({ file: { ...order, folder: dirname(store.path) }, workerFile, onProgress }, signal);
  });
}

function nameOf({ path, identity }: Previewed): { readonly name: string; readonly sizeBytes: number } {
  return { name: makeVisible(basename(path)), sizeBytes: Number(identity.sizeBytes) };
}

function countsOf({ outcomeCounts, ...counts }: ImportCounts): CountsOfImport {
  return { ...counts, outcomeCounts: [...outcomeCounts].map(([outcome, count]) => ({ outcome, count })) };
}

/** A file that was there to be read but not to be looked at before was put there in between. */
function whyNotPreviewed(end: Ended): EventOf<'previewImport'> {
  switch (end.kind) {
    case 'taken':
      return { kind: 'stopped' };
    case 'not_taken':
    case 'store_unusable':
      return { kind: 'unreadable', problem: end.problem };
    case 'bad_line':
    case 'file_unreadable':
    case 'stopped':
      return end;
  }
}

function whyNotImported(end: NotTaken): EventOf<'applyImport'> {
  return end.kind === 'not_taken' || end.kind === 'store_unusable' ? { kind: 'not_written', problem: end.problem } : end;
}
