import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { hasFocus, rows } from './support/drive.ts';
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
    await kinds(running.page).getByRole('button', { name: /^All/u }).waitFor();
    return running.page;
  }

  function kinds(page: Page): Locator {
    return page.getByRole('group', { name: 'Which checks' });
  }

  async function listedCount(page: Page): Promise<number> {
    return Number(await page.getByRole('grid', { name: 'Checks' }).getAttribute('data-count'));
  }

  function filter(page: Page): Locator {
    return page.getByRole('searchbox', { name: 'Outcome, address, port 25, or text' });
  }

  it('lists only the failures, or only the changes, and says how many there are', async () => {
    const page = await openPast();
    await kinds(page).getByRole('button', { name: 'Failures 5' }).click();
    await expect.poll(() => rows(page).count()).toBe(5);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      expect(await axeViolations(page)).toEqual([]);
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
    await expect.poll(() => filter(page).inputValue()).toBe('');
  });

  it('goes through the listed checks only, and shows each of them above', async () => {
    const page = await openPast();
    await filter(page).fill('refu');
    await expect.poll(() => rows(page).count()).toBe(5);
    await filter(page).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => page.getByRole('region', { name: 'Outcome' }).innerText()).toContain('Refused');
  });

  it('draws only what is near, however long the list is, and goes to its end with one key', async () => {
    const page = await openPast();
    await expect.poll(() => listedCount(page)).toBe(247);
    await expect.poll(() => rows(page).count()).toBeLessThan(150);
    await rows(page).first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => rows(page).last().getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => hasFocus(rows(page).last())).toBe(true);
    const isSeen = (): Promise<boolean> =>
      rows(page)
        .last()
        .evaluate((row) => row.getBoundingClientRect().bottom <= window.innerHeight);
    await expect.poll(isSeen).toBe(true);
    await writeFile(join(pictures, 'checks-end-light.png'), await takePicture(running));
    await page.keyboard.press('Home');
    await expect.poll(() => rows(page).first().getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => rows(page).count()).toBeLessThan(150);
  });

  it('has its rows in order once it stands still after scrolling, and the focus stays on its row', async () => {
    const page = await openPast();
    await expect.poll(() => listedCount(page)).toBe(247);
    await rows(page).first().focus();
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows(page).nth(3).getAttribute('aria-selected')).toBe('true');
    await rows(page).nth(3).hover();
    const places = (): Promise<readonly number[]> =>
      rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
    for (const [deltaY, lowest] of [
      [240, 12],
      [240, 22],
      [2_400, 120],
      [-1_200, 50],
    ] as const) {
      await page.mouse.wheel(0, deltaY);
      await expect.poll(async () => (await places()).some((place) => place > lowest)).toBe(true);
      await expect.poll(async () => (await places()).every((place, index, all) => index === 0 || place > (all[index - 1] ?? 0))).toBe(true);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('5');
    }
  });

  it('jumps to any place of the list, and reads only what is seen there', async () => {
    const page = await openPast();
    await page.locator('.past').evaluate((part) => part.scrollTo(0, part.scrollHeight));
    await expect.poll(() => rows(page).last().getAttribute('aria-rowindex')).toBe('248');
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    await page.locator('.past').evaluate((part) => part.scrollTo(0, 0));
    await expect.poll(() => rows(page).first().getAttribute('aria-rowindex')).toBe('2');
  });

  it('puts the checks in the order of a column, and turns it round', async () => {
    const page = await openPast();
    await page.getByRole('button', { name: 'Outcome', exact: true }).click();
    await expect.poll(() => page.getByRole('columnheader', { name: 'Outcome' }).getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => rows(page).first().innerText()).toContain('Refused');
    await page.getByRole('button', { name: 'Outcome', exact: true }).click();
    await expect.poll(() => rows(page).first().innerText()).toContain('Succeeded');
    await page.getByRole('button', { name: 'Time', exact: true }).click();
    await expect.poll(() => page.getByRole('columnheader', { name: 'Time' }).getAttribute('aria-sort')).toBe('descending');
    await writeFile(join(pictures, 'checks-sorted-light.png'), await takePicture(running));
  });

  it('lists only what was checked in a part of time', async () => {
    const page = await openPast();
    const when = page.getByRole('combobox', { name: 'When' });
    await when.selectOption('Last hour');
    await expect.poll(() => listedCount(page)).toBeLessThan(30);
    await when.selectOption('Between days');
    await page.getByLabel('From this day').fill('2020-01-01');
    await page.getByLabel('Up to this day').fill('2020-01-02');
    await page.getByLabel('Up to this day').press('Tab');
    await page.getByRole('button', { name: 'Show all checks' }).click();
    await expect.poll(() => listedCount(page)).toBe(247);
    await expect.poll(() => when.inputValue()).toBe('any');
  });

  it('tells of new checks, without moving what is read further down', async () => {
    const page = await openPast();
    await expect
      .poll(async () => {
        await page.locator('.past').evaluate((part) => part.scrollTo(0, 3_000));
        return rows(page).nth(1).getAttribute('aria-rowindex');
      })
      .not.toBe('3');
    const before = await page.locator('.past').evaluate((part) => part.scrollTop);
    await page.locator('[data-page]').focus();
    await page.keyboard.press('r');
    const told = page.getByRole('button', { name: '1 new' });
    await told.waitFor();
    await expect.poll(() => listedCount(page)).toBe(247);
    await expect.poll(() => page.locator('.past').evaluate((part) => part.scrollTop)).toBe(before);
    await told.click();
    await expect.poll(() => listedCount(page)).toBe(248);
    await expect.poll(() => rows(page).first().getAttribute('aria-rowindex')).toBe('2');
  });

  it('finds an old check among those of all hosts, and opens its page', async () => {
    const page = await openPast();
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('heading', { name: 'All checks' }).waitFor();
    await expect.poll(() => listedCount(page)).toBeGreaterThan(100);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      expect(await axeViolations(page)).toEqual([]);
      await writeFile(join(pictures, `all-checks-${theme}.png`), await takePicture(running));
    }
    await filter(page).fill('relay');
    await expect.poll(() => rows(page).count()).toBe(2);
    await rows(page).last().click();
    await expect.poll(() => page.getByRole('region', { name: 'What came back' }).innerText()).toContain('relay');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: 'All checks' }).waitFor();
  });

  it('copies a check as text and as JSON', async () => {
    const page = await openPast();
    await page.getByRole('button', { name: 'More ways to copy' }).click();
    await page.getByRole('menuitem', { name: 'Copy everything as text' }).click();
    const clipboard = (): Promise<string> => running.app.evaluate(({ clipboard: board }) => board.readText());
    await expect.poll(clipboard).toContain('Stages');
    await page.getByRole('button', { name: 'More ways to copy' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toMatch(/^\{/u);
    await expect.poll(async () => JSON.parse(await clipboard())).toMatchObject({ target: { host: HOST } });
  });
});
