import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';

import { commandItemId, menuTemplate, themeItemId, type MenuPlan } from '../../electron/menu.ts';
import { commandIds, keysOf } from '../../shared/ipc/window-commands.ts';
import { english } from '../../shared/text/english.ts';

function templateOf(changes: Partial<MenuPlan> = {}): readonly MenuItemConstructorOptions[] {
  const silent = (): void => undefined;
  const plan = {
    words: english.window.menu,
    commands: english.window.commands,
    theme: 'system',
    forDevelopment: false,
    isMac: false,
    onCommand: silent,
    onTheme: silent,
  } as const;
  return menuTemplate({ ...plan, ...changes });
}

function flatten(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

function itemsOf(changes: Partial<MenuPlan> = {}): readonly MenuItemConstructorOptions[] {
  return flatten(templateOf(changes));
}

function click({ click: act }: MenuItemConstructorOptions): void {
  (act as () => void)();
}

test('every item does something: a role, a submenu, or a click', () => {
  for (const item of itemsOf()) expect((item.type === 'separator' || item.role) ?? item.submenu ?? item.click).toBeTruthy();
});

test('every menu has a title or a role, and every item a name of its own', () => {
  for (const isMac of [true, false]) {
    for (const menu of templateOf({ isMac })) {
      expect(menu.label ?? menu.role).toBeTruthy();
      const labels = (Array.isArray(menu.submenu) ? menu.submenu : []).map(({ label }) => label).filter((label) => label !== undefined);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

describe('the commands of the window', () => {
  test('are each in the menu once', () => {
    const ids = itemsOf().map(({ id }) => id);
    for (const command of commandIds) expect(ids.filter((id) => id === commandItemId(command))).toEqual([commandItemId(command)]);
  });

  test('are told when they are chosen', () => {
    const chosen: string[] = [];
    const items = itemsOf({ onCommand: (command) => chosen.push(command) });
    for (const command of commandIds) click(items.find(({ id }) => id === commandItemId(command)) ?? {});
    expect(chosen).toEqual(commandIds);
  });

  test('show their keys, and leave them to the page', () => {
    for (const command of commandIds) {
      const item = itemsOf().find(({ id }) => id === commandItemId(command));
      expect(item?.accelerator === undefined).toBe(keysOf(command) === null);
      if (item?.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
  });

  test('have keys that no other has', () => {
    const keys = itemsOf().flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('tools for development are only in a development build', () => {
  expect(itemsOf().some(({ role }) => role === 'toggleDevTools')).toBe(false);
  expect(itemsOf({ forDevelopment: true }).some(({ role }) => role === 'toggleDevTools')).toBe(true);
});

test('the chosen theme is marked, and another one can be chosen', () => {
  const chosen: string[] = [];
  const items = itemsOf({ theme: 'dark', onTheme: (theme) => chosen.push(theme) });
  const themes = items.filter(({ type }) => type === 'radio');
  expect(themes.filter(({ checked }) => checked).map(({ id }) => id)).toEqual([themeItemId('dark')]);
  themes.forEach(click);
  expect(chosen).toEqual(['system', 'light', 'dark']);
});

test('on macOS the first menu is the app’s own, and quitting stands there', () => {
  const mac = templateOf({ isMac: true });
  expect(mac[0]).toEqual({ role: 'appMenu' });
  expect(flatten(mac).some(({ role }) => role === 'quit')).toBe(false);
  expect(itemsOf().some(({ role }) => role === 'quit')).toBe(true);
});
