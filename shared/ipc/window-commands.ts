/** What the window can be told to do: with its key, in the menu, or in the palette. */
export interface WindowCommand {
  /**
   * The keys that do it, or null. `Mod` is ⌘ on macOS and Ctrl elsewhere. A single character counts only where nothing is being typed.
   * Written as `KeyboardEvent.key` says them, letters in capitals.
   */
  readonly keys: readonly string[] | null;
  /** Further keys that do it and are not shown: what another keyboard has for the same. */
  readonly otherKeys?: readonly (readonly string[])[];
}

/** Every command. To add one: a row here, its place in `menus` below, its words, and an offer in the part that does it. */
export const windowCommands = {
  new_check: { keys: ['Mod', 'L'] },
  check_again: { keys: ['R'] },
  cancel: { keys: ['Escape'] },
  compare: { keys: ['C'] },
  check_tag: { keys: null },
  watch: { keys: ['W'] },
  watches: { keys: null },

  guidance: { keys: ['Mod', 'G'] },
  measure: { keys: ['M'] },
  answer_1: { keys: ['1'] },
  answer_2: { keys: ['2'] },
  answer_3: { keys: ['3'] },
  answer_4: { keys: ['4'] },
  answer_5: { keys: ['5'] },
  answer_6: { keys: ['6'] },
  answer_7: { keys: ['7'] },
  answer_8: { keys: ['8'] },
  answer_9: { keys: ['9'] },
  question_back: { keys: ['Backspace'] },
  changes: { keys: ['Mod', 'U'] },
  add_result: { keys: ['Mod', 'Shift', 'V'] },

  add_hosts: { keys: ['Mod', 'I'] },
  favourite: { keys: ['F'] },
  name_host: { keys: null },
  edit_tags: { keys: ['T'] },
  add_note: { keys: ['N'] },
  rename_host: { keys: ['F2'] },
  merge_host: { keys: null },
  delete_host: { keys: null },
  trash: { keys: null },

  export: { keys: ['Mod', 'E'] },
  report: { keys: ['Mod', 'Shift', 'E'] },
  import: { keys: null },
  back_up: { keys: null },
  restore: { keys: null },

  new_console: { keys: ['Mod', 'J'] },
  kept_consoles: { keys: ['Mod', 'Shift', 'J'] },
  half_close: { keys: ['Mod', 'D'] },
  close_session: { keys: ['Mod', 'W'] },
  quit_session: { keys: ['Mod', 'Shift', 'D'] },
  reconnect: { keys: ['Mod', 'Shift', 'R'] },
  snippets: { keys: ['Mod', ';'] },
  find_in_console: { keys: ['Mod', 'F'] },
  next_session: { keys: ['Mod', 'Tab'] },
  previous_session: { keys: ['Mod', 'Shift', 'Tab'] },

  palette: { keys: ['Mod', 'K'] },
  back: { keys: ['Alt', 'ArrowLeft'], otherKeys: [['BrowserBack'], ['Mod', '[']] },
  forward: { keys: ['Alt', 'ArrowRight'], otherKeys: [['BrowserForward'], ['Mod', ']']] },
  filter_hosts: { keys: ['/'] },
  all_checks: { keys: ['Mod', 'Shift', 'F'] },
  next_row: { keys: ['J'] },
  previous_row: { keys: ['K'] },
  next_pane: { keys: ['F6'] },
  previous_pane: { keys: ['Shift', 'F6'] },
  settings: { keys: ['Mod', ','] },

  // The plus takes Shift on some keyboards and has a key of its own on others.
  zoom_in: {
    keys: ['Mod', '+'],
    otherKeys: [
      ['Mod', '='],
      ['Mod', 'Shift', '+'],
    ],
  },
  zoom_out: { keys: ['Mod', '-'], otherKeys: [['Mod', 'Shift', '_']] },
  zoom_reset: { keys: ['Mod', '0'] },

  all_keys: { keys: ['?'] },
  documentation: { keys: null },
  report_problem: { keys: null },
  look_for_updates: { keys: null },
  copy_diagnostics: { keys: null },
} as const satisfies Record<string, WindowCommand>;

/** The name of a command. */
export type CommandId = keyof typeof windowCommands;

/** The menus of the application, each with its commands in groups: a line is drawn between two groups. Every command is in one of them. */
export const menus = {
  check: [['new_check', 'check_again', 'check_tag', 'cancel'], ['watch', 'watches'], ['compare']],
  host: [['add_hosts'], ['favourite', 'name_host', 'edit_tags', 'add_note'], ['rename_host', 'merge_host', 'delete_host'], ['trash']],
  guidance: [
    ['guidance', 'measure', 'question_back'],
    ['answer_1', 'answer_2', 'answer_3', 'answer_4', 'answer_5', 'answer_6', 'answer_7', 'answer_8', 'answer_9'],
    ['changes', 'add_result'],
  ],
  console: [
    ['new_console', 'kept_consoles'],
    ['half_close', 'quit_session', 'close_session', 'reconnect'],
    ['snippets', 'find_in_console', 'next_session', 'previous_session'],
  ],
  go: [
    ['palette', 'back', 'forward'],
    ['filter_hosts', 'all_checks', 'next_row', 'previous_row', 'next_pane', 'previous_pane'],
    ['settings'],
  ],
  history: [['export', 'report'], ['import'], ['back_up', 'restore']],
  view: [['zoom_reset', 'zoom_in', 'zoom_out']],
  help: [['documentation', 'all_keys'], ['report_problem', 'copy_diagnostics'], ['look_for_updates']],
} as const satisfies Record<string, readonly (readonly CommandId[])[]>;

/** The name of a menu that holds commands. */
export type MenuId = keyof typeof menus;

/** The names of the menus, in their order. */
export const menuIds = Object.keys(menus).filter((name): name is MenuId => name in menus);

/** The names of all commands. */
export const commandIds = Object.keys(windowCommands).filter((name): name is CommandId => name in windowCommands);

/** The keys of a command, or null. */
export function keysOf(command: CommandId): readonly string[] | null {
  return windowCommands[command].keys;
}

/** Every way to press a command: the keys that are shown and those that are not. */
export function allKeysOf(command: CommandId): readonly (readonly string[])[] {
  const { keys, otherKeys = [] }: WindowCommand = windowCommands[command];
  return keys === null ? otherKeys : [keys, ...otherKeys];
}
