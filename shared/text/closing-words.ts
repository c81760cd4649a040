/** The words of the question before the app is closed while something is still to be undone. */
export interface ClosingWords {
  readonly message: (count: number) => string;
  /** One change, and the host it was made for. */
  readonly change: (title: string, host: string) => string;
  readonly more: (count: number) => string;
  /** What stays, and where the undo is found again. */
  readonly consequence: string;
  readonly showMe: string;
  readonly closeAnyway: string;
}
