import type { MenuItemConstructorOptions } from 'electron';

import type { EventOf } from '../shared/ipc/types.ts';
import type { MenuWords } from '../shared/text/window-words.ts';
import type { WindowMemory } from './window-memory.ts';

/** What the menu needs to know, and whom it tells. */
export interface MenuPlan {
  readonly words: MenuWords;
  readonly theme: WindowMemory['theme'];
  readonly forDevelopment: boolean;
  readonly isMac: boolean;
  readonly onCommand: (command: EventOf<'followMenu'>) => void;
  readonly onTheme: (theme: WindowMemory['theme']) => void;
}

/** The application's menu: what every app has, and what this one can do now. */
export function menuTemplate(plan: MenuPlan): MenuItemConstructorOptions[] {
  const { words, isMac } = plan;
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: words.check, submenu: checkMenu(plan) },
    { label: words.edit, role: 'editMenu' },
    { label: words.view, submenu: viewMenu(plan) },
    ...(isMac ? [{ role: 'windowMenu' } as const] : [{ label: words.help, submenu: [{ role: 'about' } as const] }]),
  ];
}

/** The page itself handles these keys; here they are only shown. */
const shownOnly = { registerAccelerator: false } as const;

function checkMenu({ words, isMac, onCommand }: MenuPlan): MenuItemConstructorOptions[] {
  return [
    { id: 'new-check', label: words.newCheck, accelerator: 'CommandOrControl+L', ...shownOnly, click: () => onCommand('new_check') },
    { id: 'check-again', label: words.checkAgain, accelerator: 'R', ...shownOnly, click: () => onCommand('check_again') },
    { type: 'separator' },
    { id: 'filter-hosts', label: words.filterHosts, accelerator: '/', ...shownOnly, click: () => onCommand('filter_hosts') },
    ...(isMac ? [] : [{ type: 'separator' } as const, { role: 'quit' } as const]),
  ];
}

function viewMenu({ words, theme, forDevelopment, onTheme }: MenuPlan): MenuItemConstructorOptions[] {
  const choice = (value: WindowMemory['theme']): MenuItemConstructorOptions => ({
    id: `theme-${value}`,
    label: words.themes[value],
    type: 'radio',
    checked: theme === value,
    click: () => onTheme(value),
  });
  return [
    { label: words.theme, submenu: [choice('system'), choice('light'), choice('dark')] },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(forDevelopment ? [{ role: 'toggleDevTools' } as const] : []),
  ];
}
