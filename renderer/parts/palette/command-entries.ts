import { menus, type CommandId } from '../../../shared/ipc/window-commands.ts';
import { matchWords } from '../../../shared/text/match-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { keyNames } from '../frame/key-names.ts';
import type { PaletteEntry, PaletteGroup } from './palette-entry.ts';

/** What the commands of the palette are made of. */
export interface CommandsToList {
  /** Those that do something now. */
  readonly offered: readonly CommandId[];
  readonly typed: string;
  readonly words: Words;
  readonly perform: (command: CommandId) => void;
}

/** The commands that fit what is typed, the best first; in the order of the menus while nothing is. */
export function commandGroups({ offered, typed, words, perform }: CommandsToList): readonly PaletteGroup[] {
  const entriesOf = (commands: readonly CommandId[]): readonly PaletteEntry[] =>
    commands
      .filter((command) => offered.includes(command) && command !== 'palette')
      .map((command) => ({ command, fit: matchWords(typed, words.window.commands[command]) }))
      .filter(({ fit }) => fit !== null)
      .toSorted((a, b) => (b.fit ?? 0) - (a.fit ?? 0))
      .map(({ command }) => entryOf(command));
  const entryOf = (command: CommandId): PaletteEntry => ({
    id: `command ${command}`,
    mark: { kind: 'command', command },
    text: [words.window.commands[command]],
    detail: '',
    note: '',
    keys: keyNames(command),
    do: () => perform(command),
  });
  return [
    { id: 'do', entries: entriesOf(doing) },
    { id: 'go', entries: entriesOf(going) },
  ];
}

const { go, help, ...others } = menus;
const going: readonly CommandId[] = [go, help].flat(2);
const doing: readonly CommandId[] = Object.values<readonly (readonly CommandId[])[]>(others).flat(2);
