import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';

import { menuTemplate, type MenuPlan } from '../../electron/menu.ts';
import { english } from '../../shared/text/english.ts';

function flatten(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

function itemsOf(changes: Partial<MenuPlan> = {}): readonly MenuItemConstructorOptions[] {
  const silent = (): void => undefined;
  const plan = {
    words: english.window.menu,
    theme: 'system',
    forDevelopment: false,
    isMac: false,
    onCommand: silent,
    onTheme: silent,
  } as const;
  return flatten(menuTemplate({ ...plan, ...changes }));
}

test('every item does something: a role, a submenu, or a click', () => {
  for (const item of itemsOf()) expect((item.type === 'separator' || item.role) ?? item.submenu ?? item.click).toBeTruthy();
});

test('tools for development are only in a development build', () => {
  expect(itemsOf().some(({ role }) => role === 'toggleDevTools')).toBe(false);
  expect(itemsOf({ forDevelopment: true }).some(({ role }) => role === 'toggleDevTools')).toBe(true);
});

test('the chosen theme is marked, and another one can be chosen', () => {
  const chosen: string[] = [];
  const items = itemsOf({ theme: 'dark', onTheme: (theme) => chosen.push(theme) });
  const themes = items.filter(({ type }) => type === 'radio');
  expect(themes.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark']);
  for (const { click } of themes) (click as () => void)();
  expect(chosen).toEqual(['system', 'light', 'dark']);
});

test('on macOS the first menu is the app’s own', () => {
  expect(
    menuTemplate({
      words: english.window.menu,
      theme: 'system',
      forDevelopment: false,
      isMac: true,
      onCommand: () => undefined,
      onTheme: () => undefined,
    })[0],
  ).toEqual({
    role: 'appMenu',
  });
});
