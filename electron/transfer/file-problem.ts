/** Why a file that is not the history could not be read or written. */
export interface FileProblem {
  readonly path: string;
  /** The system's own words. */
  readonly detail: string;
}

/** What an error of the file system says; throws every other error again: that one is a bug. */
export function fileProblem(error: unknown, path: string): FileProblem {
  if (error instanceof Error && 'syscall' in error) return { path, detail: error.message };
  throw error;
}
