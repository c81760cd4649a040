import type { Outcome } from '../check/outcome.ts';
import type { TimelineBucket } from '../history/timeline.ts';

/** A piece of a text: plain; exactly as on the wire; weighty; or the word of an outcome. All of it may hold a peer's words. */
export type Piece =
  string | { readonly exact: string } | { readonly strong: string } | { readonly outcome: Outcome; readonly word: string };

/** A text in pieces. */
export type Pieces = readonly Piece[];

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align: 'start' | 'end';
}

/** One part of a report, whatever it is written as. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Pieces }
  | { readonly kind: 'paragraph'; readonly text: Pieces }
  /** Terms and what is said of each. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly term: string; readonly text: Pieces }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Pieces[])[] }
  /** What a peer or a person wrote, with its line ends. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'timeline'; readonly picture: TimelinePicture };

/** What a timeline shows. Where there are no pictures, the description stands for it. */
export interface TimelinePicture {
  readonly buckets: readonly TimelineBucket[];
  readonly description: string;
  /** The moments at its ends, and what the height of the line is. */
  readonly from: string;
  readonly to: string;
  readonly reply: string;
  /** The greatest height, in words: "38.9 ms". */
  readonly highest: string;
  /** The words of the outcomes in it. */
  readonly outcomeWord: (outcome: Outcome) => string;
}
