import { app, Menu } from 'electron';

import { commandIds, type CommandId } from '../../shared/ipc/window-commands.ts';
import type { MenuCommands } from '../ipc/menu-handlers.ts';
import { commandItemId, menuTemplate, themeItemId } from '../menu.ts';
import type { Attending } from './attending.ts';

/** Makes the application's menu: what is chosen in it goes to `commands`, and it marks the theme that holds. */
export function createMenu(commands: MenuCommands, { preferences, words }: Attending): Menu {
  const menu = Menu.buildFromTemplate(
    menuTemplate({
      words: words.window.menu,
      commands: words.window.commands,
      theme: preferences.now().theme,
      forDevelopment: !app.isPackaged,
      isMac: process.platform === 'darwin',
      onCommand: (command) => commands.emit('command', command),
      onTheme: (theme) => preferences.change({ theme }),
    }),
  );
  // Chosen in the settings, it is marked here as well.
  preferences.changes.on('changed', ({ theme }) => {
    const item = menu.getMenuItemById(themeItemId(theme));
    if (item !== null) item.checked = true;
  });
  return menu;
}

/** Makes every command grey that does nothing now. */
export function offerInMenu(menu: Menu, offered: ReadonlySet<CommandId>): void {
  for (const command of commandIds) {
    const item = menu.getMenuItemById(commandItemId(command));
    if (item !== null) item.enabled = offered.has(command);
  }
}
