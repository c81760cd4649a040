import type { RequestOf, ResponseOf } from '../../../shared/ipc/types.ts';
import { ask } from '../../bridge.ts';
import type { Workspace } from '../workspace.svelte.ts';

/** Reads a result that somebody sent, and shows what it brought wherever that stands. */
export async function readResult(wish: RequestOf<'readPasted'>, workspace: Workspace): Promise<ResponseOf<'readPasted'>> {
  const answer = await ask('readPasted', wish);
  if (answer.kind === 'read') {
    await workspace.refresh();
    await workspace.guidance.took(answer.kept);
  }
  return answer;
}
