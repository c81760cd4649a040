import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import type { EntryRefusal } from './guidance.svelte.ts';
import { ask } from '../../bridge.ts';
import type { Workspace } from '../workspace.svelte.ts';

/**
 * The person ran the undo: it is written down, then a check of the endpoint shows what it did, on the endpoint's page. Null when it is
 * written; a check that was cancelled or not kept confirms nothing.
 */
export async function undoChange(
  { caseId, host, port, transport, change }: Pick<KeptChange, 'caseId' | 'host' | 'port' | 'transport' | 'change'>,
  workspace: Workspace,
): Promise<EntryRefusal | null> {
  const place = { kind: 'case', caseId } as const;
  const undone = await ask('addToCase', { place, entry: { kind: 'undone', changeId: change.id } });
  if (undone.kind !== 'written') return undone;
  const { ended } = workspace.checkForCase({ host, port, transport }, caseId);
  const result = await ended;
  if (result?.saved.kind === 'saved' && result.check.outcome !== 'cancelled')
    await ask('addToCase', { place, entry: { kind: 'undo_confirmed', changeId: change.id, checkId: result.saved.id } });
  await Promise.all([workspace.guidance.refresh(), workspace.changes.refresh()]);
  return null;
}
