import { describe, expect, test } from 'vitest';

import { readShortcut, worksOverDialogs, type KeyPress } from '../../../renderer/parts/frame/shortcut.ts';
import { isLetterKey } from '../../../renderer/parts/letter-keys.ts';
import { nextIndex } from '../../../renderer/parts/next-index.ts';
import { allKeysOf, commandIds } from '../../../shared/ipc/window-commands.ts';

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

describe('a key press', () => {
  test('of a single character is a command only where characters are free', () => {
    expect(readShortcut(press('r'), true)).toBe('check_again');
    expect(readShortcut(press('R', { shiftKey: true }), true)).toBe('check_again');
    expect(readShortcut(press('?', { shiftKey: true }), true)).toBe('all_keys');
    expect(readShortcut(press('r'), false)).toBeNull();
    expect(readShortcut(press('/'), false)).toBeNull();
    expect(readShortcut(press('?', { shiftKey: true }), false)).toBeNull();
  });

  test('with Ctrl or Cmd is a command everywhere', () => {
    expect(readShortcut(press('l', { ctrlKey: true }), false)).toBe('new_check');
    expect(readShortcut(press('l', { metaKey: true }), false)).toBe('new_check');
    expect(readShortcut(press(',', { ctrlKey: true }), false)).toBe('settings');
    expect(readShortcut(press('r', { ctrlKey: true }), true)).toBeNull();
    expect(readShortcut(press('r', { altKey: true }), true)).toBeNull();
  });

  test('moves between panes, goes back and cancels, also while typing', () => {
    expect(readShortcut(press('F6'), false)).toBe('next_pane');
    expect(readShortcut(press('F6', { shiftKey: true }), false)).toBe('previous_pane');
    expect(readShortcut(press('Escape'), false)).toBe('cancel');
    expect(readShortcut(press('ArrowLeft', { altKey: true }), false)).toBe('back');
    expect(readShortcut(press('BrowserForward'), false)).toBe('forward');
  });

  test('zooms on every keyboard, wherever its plus is', () => {
    expect(readShortcut(press('+', { ctrlKey: true }), false)).toBe('zoom_in');
    expect(readShortcut(press('+', { ctrlKey: true, shiftKey: true }), false)).toBe('zoom_in');
    expect(readShortcut(press('=', { ctrlKey: true }), false)).toBe('zoom_in');
    expect(readShortcut(press('-', { ctrlKey: true }), false)).toBe('zoom_out');
    expect(readShortcut(press('0', { ctrlKey: true }), false)).toBe('zoom_reset');
  });

  test('zooms over a dialog, too, and does nothing else there', () => {
    const pressed = [press('+', { ctrlKey: true }), press('l', { ctrlKey: true }), press('Escape'), press('r')];
    expect(pressed.map(worksOverDialogs)).toEqual([true, false, false, false]);
  });

  test('is never that of two commands', () => {
    const pressed = commandIds.flatMap((command) => allKeysOf(command).map((keys) => keys.join('+')));
    expect(new Set(pressed).size).toBe(pressed.length);
  });
});

test('keys that type a character can be turned off, others cannot', () => {
  expect([['R'], ['/'], ['?'], ['1']].map(isLetterKey)).toEqual([true, true, true, true]);
  expect([['↵'], ['Esc'], ['F6'], ['Ctrl', 'K'], []].map(isLetterKey)).toEqual([false, false, false, false, false]);
});

test('arrow keys move in a list and stop at its ends', () => {
  expect([nextIndex('ArrowDown', 0, 3), nextIndex('ArrowDown', 2, 3), nextIndex('ArrowUp', 0, 3)]).toEqual([1, 2, 0]);
  expect([nextIndex('End', 0, 3), nextIndex('Home', 2, 3), nextIndex('x', 1, 3), nextIndex('ArrowDown', 0, 0)]).toEqual([2, 0, null, null]);
});
