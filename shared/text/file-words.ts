/** What kind of file Sonde reads or writes, by its ending. */
export type FileEnding = 'csv' | 'jsonl' | 'md' | 'html' | 'pdf' | 'sqlite' | 'txt' | 'bin';

/** The words of the system's dialogs for files. */
export interface FileWords {
  /** What a file of this ending is to the person. */
  readonly kinds: Readonly<Record<FileEnding, string>>;
  readonly allFiles: string;
}
