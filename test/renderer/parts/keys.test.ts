import { describe, expect, test } from 'vitest';

import { readShortcut, type KeyPress } from '../../../renderer/parts/frame/shortcut.ts';
import { nextIndex } from '../../../renderer/parts/next-index.ts';

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

describe('a key press', () => {
  test('of a single letter is a command only where nothing is typed', () => {
    expect(readShortcut(press('r'), false)).toBe('check_again');
    expect(readShortcut(press('r'), true)).toBeNull();
    expect(readShortcut(press('/'), true)).toBeNull();
  });

  test('with Ctrl or Cmd is one everywhere, with Alt nowhere', () => {
    expect(readShortcut(press('l', { ctrlKey: true }), true)).toBe('new_check');
    expect(readShortcut(press('l', { metaKey: true }), true)).toBe('new_check');
    expect(readShortcut(press('r', { ctrlKey: true }), false)).toBeNull();
    expect(readShortcut(press('r', { altKey: true }), false)).toBeNull();
  });

  test('moves between panes and cancels, also while typing', () => {
    expect(readShortcut(press('F6'), true)).toBe('next_pane');
    expect(readShortcut(press('F6', { shiftKey: true }), true)).toBe('previous_pane');
    expect(readShortcut(press('Escape'), true)).toBe('cancel');
  });
});

test('arrow keys move in a list and stop at its ends', () => {
  expect([nextIndex('ArrowDown', 0, 3), nextIndex('ArrowDown', 2, 3), nextIndex('ArrowUp', 0, 3)]).toEqual([1, 2, 0]);
  expect([nextIndex('End', 0, 3), nextIndex('Home', 2, 3), nextIndex('x', 1, 3), nextIndex('ArrowDown', 0, 0)]).toEqual([2, 0, null, null]);
});
