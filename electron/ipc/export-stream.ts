import type { CheckedRequestOf, EventOf } from '../../shared/ipc/types.ts';
import { countChecks } from '../store/checks/count-checks.ts';
import { countChecksOf } from '../store/checks/count-checks-of.ts';
import type { Store, StoreOpening } from '../store/store.ts';
import { exportToFile, type Exported } from '../transfer/export-to-file.ts';
import { suggestName } from '../transfer/suggest-name.ts';
import { findChosenHost } from './chosen-host.ts';
import type { FileDialogs } from './files.ts';
import type { StreamHandler } from './handlers.ts';
import { withProgress } from './with-progress.ts';

/** What an export needs. */
export interface Exporting {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
}

type Request = CheckedRequestOf<'exportChecks'>;

type Counted = Extract<EventOf<'exportChecks'>, { kind: 'counted' }>;

/** Writes checks to a file that the person names, in slices, and tells how far it is. */
export function createExportChecks({ history, dialogs }: Exporting): StreamHandler<'exportChecks'> {
  return async function* write(request, signal) {
    if (history.kind === 'unusable') return yield { kind: 'unreadable', problem: history.problem };
    const { store } = history;
    const { format, checks, redaction } = request;
    const found = findChosenHost(store, checks.hostId);
    if (found.kind !== 'found') return yield found;
    yield { kind: 'choosing' };
    const host = redaction.names ? null : found.host;
    const ending = format === 'csv' ? 'csv' : 'jsonl';
    const path = await dialogs.askWhereToSave({ suggestedName: suggestName({ host, nowMs: Date.now(), ending }), ending }, signal);
    if (path === null) return yield { kind: 'dismissed' };
    const totalCount = countOf(store, checks);
    const end = yield* withProgress<Counted, Exported>(async (tell) => {
      const onProgress = (doneCount: number): void => tell({ kind: 'counted', doneCount, totalCount });
      // The dialog has asked before it let a file be replaced.
      return exportToFile(store, { wanted: { format, checks, redaction }, path, mayReplace: true, onProgress }, signal);
    });
    yield eventOf(end);
  };
}

function eventOf(end: Exported): EventOf<'exportChecks'> {
  switch (end.kind) {
    case 'exported':
      return { ...end, kind: 'written' };
    case 'not_written':
      return { kind: 'file_not_written', problem: end.problem };
    case 'exists':
      throw new Error('A file that may be replaced stood in the way.');
    case 'unreadable':
    case 'stopped':
      return end;
  }
}

/** Known before only where nothing but a kind of checks is asked for: everything else would have to be looked through. */
function countOf(store: Store, { hostId, endpoint, filter: { kind, ...others } }: Request['checks']): number | null {
  if (Object.values(others).some((value) => value !== null)) return null;
  if (hostId === null) {
    const count = kind === 'all' && endpoint === null ? countChecks(store) : null;
    return count?.kind === 'read' ? count.value : null;
  }
  const counts = countChecksOf(store, { hostId, endpoint });
  return counts.kind === 'read' ? counts.value[kind] : null;
}
