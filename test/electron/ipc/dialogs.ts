import type { FileDialogs } from '../../../electron/ipc/files.ts';

/** The person who answers the system's dialogs: the same path whatever is asked, or null for "Cancel". */
export interface Person {
  readonly dialogs: FileDialogs;
  /** The names that were suggested. */
  readonly suggested: readonly string[];
}

/** Somebody who names this path. */
export function personNaming(path: string | null): Person {
  const suggested: string[] = [];
  return {
    suggested,
    dialogs: {
      askWhereToSave: async ({ suggestedName }) => {
        suggested.push(suggestedName);
        return Promise.resolve(path);
      },
      askWhatToOpen: async () => Promise.resolve(path),
    },
  };
}
