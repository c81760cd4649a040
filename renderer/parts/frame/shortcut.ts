import { allKeysOf, commandIds, type CommandId } from '../../../shared/ipc/window-commands.ts';

/** The part of a KeyboardEvent that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command a key press asks for, or null. Single characters count only where they are free: nothing is being typed, and the person wants them. */
export function readShortcut(press: KeyPress, areCharactersFree: boolean): CommandId | null {
  const pressed = keysPressed(press);
  if (isCharacter(pressed) && !areCharactersFree) return null;
  return byKeys.get(pressed) ?? null;
}

/** Whether a key press does the same while a dialog is open over the window, whose own commands wait then. */
export function worksOverDialogs(press: KeyPress): boolean {
  return readShortcut(press, false)?.startsWith('zoom_') === true;
}

/** ⌘ and Ctrl are one: no command needs both. A character that takes Shift to type is itself, not Shift and another. */
function keysPressed({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isMod = ctrlKey || metaKey;
  const isShiftMeant = shiftKey && (key.length > 1 || isMod || altKey);
  const held = [isMod && 'Mod', altKey && 'Alt', isShiftMeant && 'Shift'].filter((name) => name !== false);
  return [...held, key.length === 1 ? key.toUpperCase() : key].join(SEPARATOR);
}

/** No key is called so. */
const SEPARATOR = ' + ';

const byKeys: ReadonlyMap<string, CommandId> = new Map(
  commandIds.flatMap((command) => allKeysOf(command).map((keys): [string, CommandId] => [keys.join(SEPARATOR), command])),
);

function isCharacter(pressed: string): boolean {
  return pressed.length === 1;
}

/** Whether text is being typed where a key press lands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
