import type { CommandId } from '../../../shared/ipc/window-commands.ts';
import type { OutcomeFamily } from '../../../shared/text/outcome-words.ts';
import type { Phrase } from '../../../shared/text/phrase.ts';
import type { PaletteGroupId } from '../../../shared/text/shell-words.ts';

/** What stands before an entry: the sign of a command, or how what it opens ended. */
export type PaletteMark =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'check' }
  | { readonly kind: 'outcome'; readonly family: OutcomeFamily; readonly word: string };

/** One thing that can be done or opened. */
export interface PaletteEntry {
  /** The same whenever it is the same thing. */
  readonly id: string;
  readonly mark: PaletteMark;
  readonly text: Phrase;
  /** What the person or the network wrote, beside it; empty for nothing. */
  readonly detail: string;
  /** What the catalogue says of it, at the end; empty for nothing. */
  readonly note: string;
  readonly keys?: readonly string[] | undefined;
  readonly do: () => void;
}

/** Entries that belong together. */
export interface PaletteGroup {
  readonly id: PaletteGroupId;
  readonly entries: readonly PaletteEntry[];
}
