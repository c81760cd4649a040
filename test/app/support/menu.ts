import { expect } from 'vitest';

import type { RunningApp } from './open-app.ts';

/** Chooses an item of the application's menu, as a click does, once the window has said that it does something. */
export async function chooseInMenu(running: RunningApp, id: string): Promise<void> {
  await expect.poll(async () => (await menuItem(running, id)).enabled, { message: `${id} can be chosen` }).toBe(true);
  await running.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
}

/** How an item of the application's menu stands there. */
export async function menuItem({ app }: RunningApp, id: string): Promise<{ readonly enabled: boolean; readonly checked: boolean }> {
  const item = await app.evaluate(({ Menu }, wanted) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return found === undefined || found === null ? null : { enabled: found.enabled, checked: found.checked };
  }, id);
  if (item === null) throw new Error(`There is no item ${id} in the menu.`);
  return item;
}
