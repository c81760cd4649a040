import type { Snippet } from 'svelte';

import type { TranscriptMatch } from '../../../shared/console/find-in-transcript.ts';
import type { LineSource } from '../../../shared/console/row-index.ts';
import type { TextEncoding } from '../../../shared/console/text-encoding.ts';
import type { LineSelection } from './line-selection.ts';

/** Lines as they are looked at, in every pane alike. */
export interface LinesView {
  readonly source: LineSource;
  /** Changes whenever lines came or went. */
  readonly version: number;
  readonly encoding: TextEncoding;
  /** What was sent is shown, too. */
  readonly isSentShown: boolean;
  readonly selection: LineSelection | null;
  /** A line to bring in sight: a new object each time. */
  readonly wanted: { readonly number: number } | null;
  readonly onSelect: (number: number, isExtended: boolean) => void;
  readonly onStep: (by: number, isExtended: boolean) => void;
  readonly onAll: () => void;
}

/** What every pane of lines is given. */
export interface LinesPane {
  readonly view: LinesView;
  readonly isLive: boolean;
  readonly marksOf: (number: number) => readonly (TranscriptMatch & { readonly isCurrent: boolean })[];
  readonly onLive: (isLive: boolean) => void;
  readonly onCopy: () => void;
  /** What stands over the lines. */
  readonly head: Snippet;
}

/** Rows of a line, from one up to but not another: of a long line only those in sight are drawn. */
export interface RowCut {
  readonly from: number;
  readonly to: number;
}
