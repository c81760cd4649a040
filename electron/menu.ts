import type { MenuItemConstructorOptions } from 'electron';

import type { Preferences } from '../shared/ipc/preferences.ts';
import { keysOf, menuIds, menus, type CommandId, type MenuId } from '../shared/ipc/window-commands.ts';
import type { MenuWords, WindowWords } from '../shared/text/window-words.ts';

/** What the menu needs to know, and whom it tells. */
export interface MenuPlan {
  readonly words: MenuWords;
  readonly commands: WindowWords['commands'];
  readonly theme: Preferences['theme'];
  readonly forDevelopment: boolean;
  readonly isMac: boolean;
  readonly onCommand: (command: CommandId) => void;
  readonly onTheme: (theme: Preferences['theme']) => void;
}

/** The application's menu: what every app has, and every command of the window. */
export function menuTemplate(plan: MenuPlan): MenuItemConstructorOptions[] {
  const { words, isMac } = plan;
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: words.titles.check, submenu: [...commandMenu('check', plan), ...(isMac ? [] : [separator, { role: 'quit' } as const])] },
    { label: words.edit, role: 'editMenu' },
    { label: words.titles.view, submenu: viewMenu(plan) },
    ...furtherMenus.map((menu) => ({ label: words.titles[menu], submenu: commandMenu(menu, plan) })),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { label: words.titles.help, role: 'help', submenu: [...commandMenu('help', plan), ...(isMac ? [] : [{ role: 'about' } as const])] },
  ];
}

/** The menu's item of a command: `offerInMenu` turns it on and off. */
export function commandItemId(command: CommandId): string {
  return `command-${command}`;
}

/** The menu's item of a theme. */
export function themeItemId(theme: Preferences['theme']): string {
  return `theme-${theme}`;
}

/** Those that hold nothing but commands. */
const furtherMenus = menuIds.filter((menu) => menu !== 'check' && menu !== 'view' && menu !== 'help');

const separator = { type: 'separator' } as const;

function commandMenu(menu: MenuId, plan: MenuPlan): MenuItemConstructorOptions[] {
  return menus[menu].flatMap((group, index) => [
    ...(index === 0 ? [] : [separator]),
    ...group.map((command) => commandItem(command, plan)),
  ]);
}

function commandItem(command: CommandId, { commands, onCommand }: MenuPlan): MenuItemConstructorOptions {
  const keys = keysOf(command);
  return {
    id: commandItemId(command),
    label: commands[command],
    // The page itself handles these keys; here they are only shown.
    ...(keys === null ? {} : { accelerator: acceleratorOf(keys), registerAccelerator: false }),
    click: () => onCommand(command),
  };
}

/** Keys in the words of Electron. */
function acceleratorOf(keys: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    Mod: 'CommandOrControl',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    '+': 'Plus',
  };
  return keys.map((key) => names[key] ?? key).join('+');
}

function viewMenu(plan: MenuPlan): MenuItemConstructorOptions[] {
  const { words, theme, forDevelopment, onTheme } = plan;
  const choice = (value: Preferences['theme']): MenuItemConstructorOptions => ({
    id: themeItemId(value),
    label: words.themes[value],
    type: 'radio',
    checked: theme === value,
    click: () => onTheme(value),
  });
  return [
    { label: words.theme, submenu: [choice('system'), choice('light'), choice('dark')] },
    separator,
    ...commandMenu('view', plan),
    separator,
    { role: 'togglefullscreen' },
    ...(forDevelopment ? [{ role: 'toggleDevTools' } as const] : []),
  ];
}
