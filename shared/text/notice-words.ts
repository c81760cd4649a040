/** The words of the notices that the system shows beside the window. */
export interface NoticeWords {
  /** A watched endpoint changed; the first line. `outcome` is its word. */
  readonly changed: (endpoint: string, outcome: string) => string;
  /** The second line. */
  readonly before: (outcome: string) => string;
}
