import AxeBuilder from '@axe-core/playwright';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer } from '../support/scripted-server.ts';
import { rows } from './support/drive.ts';
import { repeatCheck } from './support/generated-past.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const HOST = '127.0.88.20';

describe('the list of past checks', () => {
  let running: RunningApp;
  let folder: string;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    folder = await makeFolder();
    const server = await startScriptedServer({ address: HOST, behaviour: { kind: 'greet', text: '220 mail.example.org ESMTP\r\n' } });
    const [worked] = await makePast([{ host: HOST, port: server.port, agoMinutes: 0 }]);
    await server.close();
    const renamed = await startScriptedServer({ address: HOST, port: server.port, behaviour: { kind: 'greet', text: '220 relay\r\n' } });
    const [other] = await makePast([{ host: HOST, port: server.port, agoMinutes: 0 }]);
    await renamed.close();
    const [refused] = await makePast([{ host: HOST, port: server.port, agoMinutes: 0 }]);
    saveHistory(folder, [
      ...repeatCheck(worked!, { from: 60, every: 3, count: 240 }),
      ...repeatCheck(refused!, { from: 40, every: 3, count: 5 }),
      ...repeatCheck(other!, { from: 20, every: 3, count: 2 }),
    ]);
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(removeFolders);

  async function openPast(): Promise<Page> {
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    await kinds(running.page).getByRole('button', { name: 'All 247' }).waitFor();
    return running.page;
  }

  function kinds(page: Page): Locator {
    return page.getByRole('group', { name: 'Which checks' });
  }

  async function listedCount(page: Page): Promise<number> {
    return Number(await page.getByRole('grid', { name: 'Checks' }).getAttribute('aria-rowcount')) - 1;
  }

  function filter(page: Page): Locator {
    return page.getByRole('searchbox', { name: 'Outcome, address or text' });
  }

  it('lists only the failures, or only the changes, and says how many there are', async () => {
    const page = await openPast();
    await kinds(page).getByRole('button', { name: 'Failures 5' }).click();
    await expect.poll(() => rows(page).count()).toBe(5);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      await writeFile(join(pictures, `checks-failures-${theme}.png`), await takePicture(running));
    }
    await kinds(page).getByRole('button', { name: 'Changes 2' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await kinds(page).getByRole('button', { name: 'All 247' }).click();
    await expect.poll(() => listedCount(page)).toBeGreaterThan(100);
    expect(running.complaints).toEqual([]);
  });

  it('finds checks by outcome, by what came back and by address, and all again when none matches', async () => {
    const page = await openPast();
    await filter(page).fill('refu');
    await expect.poll(() => rows(page).count()).toBe(5);
    await filter(page).fill('relay');
    await expect.poll(() => rows(page).count()).toBe(2);
    await filter(page).fill(HOST);
    await expect.poll(() => listedCount(page)).toBeGreaterThan(100);
    await filter(page).fill('nothing like that');
    await page.getByRole('button', { name: 'Show all checks' }).click();
    await expect.poll(() => listedCount(page)).toBeGreaterThan(100);
    expect(await filter(page).inputValue()).toBe('');
  });

  it('goes through the listed checks only, and shows each of them above', async () => {
    const page = await openPast();
    await filter(page).fill('refu');
    await expect.poll(() => rows(page).count()).toBe(5);
    await filter(page).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('region', { name: 'Outcome' }).innerText()).toContain('Refused');
  });

  it('draws only what is near, however long the list is, and goes to its end with one key', async () => {
    const page = await openPast();
    expect(await listedCount(page)).toBe(200);
    expect(await rows(page).count()).toBeLessThan(150);
    await rows(page).first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => listedCount(page)).toBe(247);
    await page.keyboard.press('End');
    await expect.poll(() => rows(page).last().getAttribute('aria-selected')).toBe('true');
    expect(
      await rows(page)
        .last()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    const seen = await rows(page)
      .last()
      .evaluate((row) => row.getBoundingClientRect().bottom <= window.innerHeight);
    expect(seen).toBe(true);
    await writeFile(join(pictures, 'checks-end-light.png'), await takePicture(running));
    await page.keyboard.press('Home');
    await expect.poll(() => rows(page).first().getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => rows(page).count()).toBeLessThan(150);
  });
});
