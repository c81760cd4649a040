import { follow } from '../bridge.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Opens what a notice of the system told of when it is clicked, until the function it returns is called. */
export function followNotices(workspace: Workspace): () => void {
  return follow('followNotices', null, {
    onEvent: ({ target, checkId }) =>
      void (checkId === null ? workspace.openEndpoint(target) : workspace.openCheck({ ...target, id: checkId })),
  });
}
