/** What a slot of a snippet takes. */
export type SlotKind =
  /** One word: no blank, no line end. */
  | 'word'
  /** Visible characters and blanks on one line. */
  | 'text'
  /** A path of HTTP: begins with a slash, no blank. */
  | 'path'
  /** A host name or address. */
  | 'host'
  | 'number'
  /** Like a word, but typed masked, never shown and never kept. */
  | 'secret';

/** One blank to fill in. */
export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  /** What stands there at first: a text, or what the session knows. */
  readonly value: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'session'; readonly field: 'host' | 'port' };
}

/** A command ready to send. Its lines are sent with the session's line ending. */
export interface Snippet {
  /** As it is chosen: "GET". */
  readonly name: string;
  /** What it does to the service: a snippet that changes something says so. */
  readonly effect: 'reads' | 'changes' | 'ends';
  /** Lines, in which {name} stands for a slot. */
  readonly lines: readonly string[];
  readonly slots: readonly Slot[];
}
