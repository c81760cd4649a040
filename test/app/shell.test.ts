import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { hasFocus, omnibox, outcome, rows } from './support/drive.ts';
import { chooseInMenu, menuItem } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { makeScreenHistory, screenHosts, type ScreenHistory } from './support/screen-history.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

function field(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Commands, hosts and checks' });
}

function options(page: Page): Locator {
  return page.locator('dialog').getByRole('option');
}

function marked(page: Page): Locator {
  return page.locator('[role="option"][aria-selected="true"]');
}

describe('the shell', () => {
  let running: RunningApp;
  let history: ScreenHistory;
  let server: ScriptedServer;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    history = await makeScreenHistory();
    server = await startScriptedServer({ address: '127.0.90.60', port: 2526, behaviour: { kind: 'greet', text: '220 hello\r\n' } });
  });
  afterEach(async () => {
    expect(running.complaints).toEqual([]);
    await running.close();
  });
  afterAll(async () => {
    await server.close();
    await history.close();
    await removeFolders();
  });

  async function openPast(): Promise<Page> {
    running = await openApp({ folder: history.folder });
    await setSize(running, 1440, 900);
    await rows(running.page).first().waitFor();
    return running.page;
  }

  async function openPalette(page: Page): Promise<void> {
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
  }

  async function picture(name: string): Promise<void> {
    await writeFile(join(pictures, `${name}.png`), await takePicture(running));
  }

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await picture(`${name}-${theme}`);
    }
  }

  describe('the command palette', () => {
    it('opens over everything, takes what is typed at once, and gives the focus back', async () => {
      const page = await openPast();
      await rows(page).first().focus();
      await openPalette(page);
      await inBothThemes('palette');
      await page.keyboard.type('settings');
      await expect.poll(() => field(page).inputValue()).toBe('settings');
      await page.keyboard.press('Escape');
      await expect.poll(() => field(page).count()).toBe(0);
      await expect.poll(() => hasFocus(rows(page).first())).toBe(true);
      await openPalette(page);
      await page.keyboard.press('Control+k');
      await expect.poll(() => field(page).count()).toBe(0);
    });

    it('goes through its entries with the arrow keys, and says which is marked', async () => {
      const page = await openPast();
      await openPalette(page);
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => marked(page).count()).toBe(1);
      await expect.poll(() => field(page).getAttribute('aria-activedescendant')).toBe(await marked(page).getAttribute('id'));
      await expect.poll(() => options(page).nth(2).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => options(page).nth(1).getAttribute('aria-selected')).toBe('true');
    });

    it('performs a command, and remembers it as recent', async () => {
      const page = await openPast();
      await openPalette(page);
      await page.keyboard.type('che ho');
      await expect.poll(() => marked(page).innerText()).toContain('Check a host and port');
      await page.keyboard.press('Enter');
      await expect.poll(() => hasFocus(omnibox(page))).toBe(true);
      await openPalette(page);
      await expect.poll(() => page.getByRole('group', { name: 'Recent' }).innerText()).toContain('Check a host and port');
    });

    it('finds hosts and checks by what they are called, how they ended and what came back', async () => {
      const page = await openPast();
      await openPalette(page);
      await page.keyboard.type(screenHosts.works);
      await page.getByRole('group', { name: 'Hosts', exact: true }).getByRole('option').first().waitFor();
      await field(page).fill('postfix');
      const checks = page.getByRole('group', { name: 'Checks', exact: true });
      await expect.poll(() => checks.innerText()).toContain('ESMTP Postfix');
      await inBothThemes('palette-found');
      await checks.getByRole('option').first().click();
      await page.locator('h1', { hasText: screenHosts.works }).waitFor();
      await expect.poll(() => outcome(page)).toMatch(/^Succeeded/u);
      await openPalette(page);
      await page.keyboard.type('timed out');
      await expect.poll(() => page.getByRole('group', { name: 'Hosts', exact: true }).innerText()).toContain('till-07');
    });

    it('checks what is typed or pasted, with a host and a port in it', async () => {
      const page = await openPast();
      await openPalette(page);
      await page.keyboard.type(`nc -vz ${server.address} ${server.port}`);
      await expect.poll(() => marked(page).innerText()).toContain(`Check ${server.address} port ${server.port}`);
      await picture('palette-target-light');
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: server.address }).waitFor();
      await expect.poll(() => outcome(page)).toMatch(/^Succeeded/u);
    });

    it('says so when nothing matches', async () => {
      const page = await openPast();
      await openPalette(page);
      await page.keyboard.type('nothing is called so');
      await page.getByText('Nothing matches').waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => field(page).count()).toBe(1);
      await picture('palette-no-match-light');
    });
  });

  it('lists all keys, and turns off those of one character', async () => {
    const page = await openPast();
    await rows(page).first().focus();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'All keys' });
    await expect.poll(() => keys.innerText()).toMatch(/Check again\s*R/u);
    await inBothThemes('all-keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await page.getByRole('switch', { name: 'Keys of one character' }).click();
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await expect.poll(() => keys.count()).toBe(0);
  });

  it('has settings that take effect at once, agree with the menu, and hold at the next start', async () => {
    const folder = await makeFolder();
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    const { page } = running;
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await expect.poll(() => page.getByText(folder).count()).toBe(1);
    const theme = page.getByRole('group', { name: 'Theme' });
    await theme.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await expect.poll(async () => (await menuItem(running, 'theme-dark')).checked).toBe(true);
    await picture('settings-dark');
    await chooseInMenu(running, 'theme-light');
    await expect.poll(() => theme.getByRole('button', { name: 'Light' }).getAttribute('aria-pressed')).toBe('true');
    await picture('settings-light');
    await page.getByRole('switch', { name: 'Keys of one character' }).click();
    await page.getByRole('group', { name: 'When a watched host changes' }).getByRole('button', { name: 'Neither' }).click();
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.getByText('110').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Which host and port?' }).waitFor();
    await running.close();

    running = await openApp({ folder });
    await running.page.keyboard.press('Control+,');
    await running.page.getByText('110').waitFor();
    await expect.poll(() => running.page.getByRole('switch', { name: 'Keys of one character' }).isChecked()).toBe(false);
    await expect.poll(() => running.page.getByRole('button', { name: 'Neither' }).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
  });

  it('zooms with the keys up to 200 %, and remembers it', async () => {
    const folder = await makeFolder();
    running = await openApp({ folder });
    const widthOf = ({ page }: RunningApp): Promise<number> => page.evaluate(() => window.innerWidth);
    const whole = await widthOf(running);
    for (let step = 0; step < 8; step += 1) await running.page.keyboard.press('Control+=');
    await expect.poll(() => widthOf(running)).toBe(whole / 2);
    await expect.poll(async () => (await menuItem(running, 'command-zoom_in')).enabled).toBe(false);
    await running.page.keyboard.press('Control+-');
    await expect.poll(() => widthOf(running)).toBe(Math.round(whole / 1.75));
    await running.close();

    running = await openApp({ folder });
    await expect.poll(() => widthOf(running)).toBe(Math.round(whole / 1.75));
    await running.page.keyboard.press('Control+0');
    await expect.poll(() => widthOf(running)).toBe(whole);
  });

  it('goes back and forward with Alt and the arrows, and with the buttons of a mouse', async () => {
    const page = await openPast();
    const title = page.locator('h1').first();
    const first = await title.innerText();
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => title.innerText()).toBe(first);
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    const mouse = async (button: 'back' | 'forward'): Promise<void> => {
      const devtools = await page.context().newCDPSession(page);
      for (const type of ['mousePressed', 'mouseReleased'] as const)
        await devtools.send('Input.dispatchMouseEvent', { type, x: 700, y: 400, button, clickCount: 1 });
    };
    await mouse('back');
    await expect.poll(() => title.innerText()).toBe(first);
    await mouse('forward');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  it('has every command in the menu, grey while it does nothing, and does it from there', async () => {
    running = await openApp({ folder: await makeFolder() });
    const { page } = running;
    await expect.poll(async () => (await menuItem(running, 'command-settings')).enabled).toBe(true);
    await expect.poll(async () => (await menuItem(running, 'command-check_again')).enabled).toBe(false);
    await expect.poll(async () => (await menuItem(running, 'command-compare')).enabled).toBe(false);
    await expect.poll(async () => (await menuItem(running, 'command-back')).enabled).toBe(false);
    await chooseInMenu(running, 'command-settings');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await expect.poll(async () => (await menuItem(running, 'command-back')).enabled).toBe(true);
    await chooseInMenu(running, 'command-palette');
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await chooseInMenu(running, 'command-all_keys');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
  });

  it('keeps its shape on a large screen', async () => {
    const page = await openPast();
    await setSize(running, 3840, 2160);
    // The room beside the system's own buttons follows a moment later.
    const menuEnd = async (): Promise<number> => {
      const box = await page.getByRole('button', { name: 'Menu', exact: true }).boundingBox();
      return box === null ? 0 : box.x + box.width;
    };
    await expect.poll(menuEnd).toBeGreaterThan(3_600);
    await picture('host-3840x2160-light');
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(3840);
    await openPalette(page);
    await picture('palette-3840x2160-light');
  });

  it('keeps its shapes for more contrast and where the system forces its colours', async () => {
    const page = await openPast();
    await page.emulateMedia({ contrast: 'more', colorScheme: null });
    await picture('host-more-contrast-light');
    await page.emulateMedia({ contrast: null, forcedColors: 'active', colorScheme: null });
    await picture('host-forced-colours');
    await openPalette(page);
    await picture('palette-forced-colours');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await page.getByRole('switch').first().waitFor();
    await picture('settings-forced-colours');
  });

  it('stands where it stood, and on a screen when that one is gone', async () => {
    const folder = await makeFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'window.json'),
      JSON.stringify({ bounds: { x: 90_000, y: 90_000, width: 1000, height: 700 }, maximized: false }),
    );
    running = await openApp({ folder });
    const isOnScreen = await running.app.evaluate(({ BrowserWindow, screen }) => {
      const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
      return screen
        .getAllDisplays()
        .some(({ workArea }) => bounds !== undefined && bounds.x < workArea.x + workArea.width && bounds.y < workArea.y + workArea.height);
    });
    expect(isOnScreen).toBe(true);
  });
});
