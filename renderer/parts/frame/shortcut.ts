/** What a key press asks for, wherever the focus is. */
export type Shortcut =
  'new_check' | 'filter_hosts' | 'check_again' | 'compare' | 'cancel' | 'next_pane' | 'previous_pane' | 'next_row' | 'previous_row';

/** The part of a KeyboardEvent that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Reads a key press. Single letters count only where nothing is being typed. */
export function readShortcut(press: KeyPress, isTyping: boolean): Shortcut | null {
  if (press.altKey) return null;
  if (press.key === 'F6') return press.shiftKey ? 'previous_pane' : 'next_pane';
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'l' && !press.shiftKey ? 'new_check' : null;
  if (press.key === 'Escape') return 'cancel';
  return isTyping ? null : (letters[press.key] ?? null);
}

const letters: Readonly<Record<string, Shortcut>> = {
  '/': 'filter_hosts',
  r: 'check_again',
  c: 'compare',
  j: 'next_row',
  k: 'previous_row',
};

/** Whether text is being typed where a key press lands. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
