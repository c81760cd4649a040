import type { FileEnding } from '../../shared/text/file-words.ts';

/** A file to name in the system's dialog. */
export interface FileToSave {
  /** Without a folder, safe on every file system. */
  readonly suggestedName: string;
  readonly ending: FileEnding;
}

/** How the person names files: the window never does. Null: closed without choosing, or the signal aborted meanwhile. */
export interface FileDialogs {
  readonly askWhereToSave: (file: FileToSave, signal?: AbortSignal) => Promise<string | null>;
  readonly askWhatToOpen: (endings: readonly FileEnding[], signal?: AbortSignal) => Promise<string | null>;
}
