import { keysOf, type CommandId } from '../../../shared/ipc/window-commands.ts';

/** The keys of a command as they stand on the keyboard; undefined for none. */
export function keyNames(command: CommandId): readonly string[] | undefined {
  return keysOf(command)?.map(keyName);
}

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '↵',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Delete: 'Del',
};

/** A key, named as `KeyboardEvent.key` or `Mod`, as it stands on the keyboard. */
export function keyName(key: string): string {
  const isMac = navigator.userAgent.includes('Mac');
  if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
  if (key === 'Alt' && isMac) return '⌥';
  return names[key] ?? key;
}
