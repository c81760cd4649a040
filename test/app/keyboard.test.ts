import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { hasFocus, hosts, omnibox, outcome, rows } from './support/drive.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

/** What has the focus: its name and its role, as a screen reader would say it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim().replace(/\s+/gu, ' ') ?? '';
  });
}

describe('the window by keyboard alone', () => {
  let running: RunningApp;
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    running = await openApp();
  });
  afterEach(async () => {
    await running.close();
    await server.close();
  });
  afterAll(removeFolders);

  it('takes a target at once after the first start, and runs it with Enter', async () => {
    const { page } = running;
    await page.keyboard.type(`127.0.0.1:${server.port}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => outcome(page)).toMatch(/^Succeeded/u);
  });

  it('goes from check to check with the arrow keys, and shows each above', async () => {
    const { page } = running;
    await page.keyboard.type(`127.0.0.1:${server.port}`);
    await page.keyboard.press('Enter');
    await outcome(page);
    for (const count of [2, 3]) {
      await page.keyboard.press('r');
      await expect.poll(() => rows(page).count()).toBe(count);
    }
    await rows(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    await expect.poll(() => rows(page).nth(2).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('k');
    await expect.poll(() => rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
  });

  it('reaches the omnibox, the filter and every pane with their keys', async () => {
    const { page } = running;
    await page.keyboard.type(`127.0.0.1:${server.port}`);
    await page.keyboard.press('Enter');
    await outcome(page);
    await page.keyboard.press('/');
    await expect.poll(() => focused(page)).toBe('Filter hosts');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => hasFocus(hosts(page).first())).toBe(true);
    await page.keyboard.press('Control+l');
    await expect
      .poll(() => omnibox(page).evaluate((field: HTMLInputElement) => field.selectionEnd! - field.selectionStart!))
      .toBe(`127.0.0.1:${server.port}`.length);
    await page.keyboard.press('F6');
    await expect.poll(() => focused(page)).toBe('Filter hosts');
    await page.keyboard.press('F6');
    await expect.poll(() => focused(page)).toBe('Add to favourites');
  });

  it('lists and tables are one tab stop each', async () => {
    const { page } = running;
    await page.keyboard.type(`127.0.0.1:${server.port}`);
    await page.keyboard.press('Enter');
    await outcome(page);
    await page.keyboard.press('r');
    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => page.locator('[role="row"][tabindex="0"]').count()).toBe(1);
    await expect.poll(() => page.locator('[role="tab"][tabindex="0"]').count()).toBe(1);
  });

  it('never hides the focus', async () => {
    const { page } = running;
    await page.keyboard.type(`127.0.0.1:${server.port}`);
    await page.keyboard.press('Enter');
    await outcome(page);
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return 'none needed';
        const ringed = element.closest('label') ?? element;
        return getComputedStyle(ringed).outlineStyle;
      });
      expect(outline).not.toBe('none');
    }
  });
});
