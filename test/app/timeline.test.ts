import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { closedPort } from '../support/loopback.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { checkToEnd, outcome } from './support/drive.ts';
import { asTimedOut, repeatCheck } from './support/generated-past.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, setZoom, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

describe('the timeline', () => {
  let running: RunningApp;
  let server: ScriptedServer;
  let folder: string;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 mail.example.org ESMTP\r\n' } });
    folder = await makeFolder();
    const port = server.port;
    const refusing = await closedPort();
    const [worked, refused] = await makePast([
      { host: '127.0.0.1', port, agoMinutes: 0 },
      { host: '127.0.0.1', port: refusing, agoMinutes: 0 },
    ]);
    // Worked for hours, then nothing came back, then it was refused: what look.md draws.
    saveHistory(folder, [
      ...repeatCheck(worked!, { from: 122, every: 2, count: 150 }),
      ...repeatCheck(asTimedOut(worked!), { from: 86, every: 2, count: 18 }),
      ...repeatCheck({ ...refused!, target: worked!.target }, { from: 1, every: 2, count: 42 }),
    ]);
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(async () => {
    await server.close();
    await removeFolders();
  });

  function timeline(page: Page): Locator {
    return page.getByRole('region', { name: 'Timeline' });
  }

  function chart(page: Page): Locator {
    return timeline(page).getByRole('slider');
  }

  async function openPast(): Promise<Page> {
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    await chart(running.page).locator('canvas').waitFor();
    return running.page;
  }

  async function picture(name: string): Promise<void> {
    await writeFile(join(pictures, `${name}.png`), await takePicture(running));
  }

  /** How many pixels the line of reply times covers: 0 where nothing is drawn. */
  function inkedPixels(page: Page): Promise<number> {
    return chart(page)
      .locator('canvas')
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return [...pixels].filter((value, place) => place % 4 === 3 && value > 0).length;
      });
  }

  it('says when it last worked, draws the replies, and breaks no rule of the page', async () => {
    const page = await openPast();
    await expect.poll(() => timeline(page).innerText()).toMatch(/Last worked 2\sh ago, (at|on) /u);
    await expect.poll(() => inkedPixels(page)).toBeGreaterThan(300);
    await expect
      .poll(() => timeline(page).getByRole('listitem').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Up \d\d\s%/u), expect.stringMatching(/^Longest down 1\sh/u)]));
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await expect.poll(() => axeViolations(running.page)).toEqual([]);
      await picture(`timeline-${theme}`);
    }
    expect(running.complaints).toEqual([]);
  });

  it('reads a cell under the mouse and with the arrow keys', async () => {
    const page = await openPast();
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await expect.poll(() => chart(page).innerText()).toContain('Succeeded');
    await picture('timeline-hover-light');
    await page.mouse.move(box.x, box.y - 200);
    await expect.poll(() => chart(page).innerText()).not.toContain('Succeeded');

    await chart(page).focus();
    await page.keyboard.press('End');
    await expect.poll(() => chart(page).getAttribute('aria-valuetext')).toContain('Refused');
    const last = Number(await chart(page).getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => chart(page).getAttribute('aria-valuenow')).toBe(String(last - 1));
    await page.keyboard.press('Home');
    await expect.poll(() => chart(page).getAttribute('aria-valuetext')).toMatch(/Succeeded, [\d.]+\sms/u);
  });

  it('zooms to what is dragged over, and back', async () => {
    const page = await openPast();
    const cellCount = async (): Promise<number> => Number(await chart(page).getAttribute('aria-valuemax'));
    const before = await cellCount();
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Zoom out' }).waitFor();
    await expect.poll(cellCount).toBeLessThan(before / 2);
    await picture('timeline-zoomed-light');
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(cellCount).toBe(before);
    await expect.poll(() => page.getByRole('button', { name: 'Zoom out' }).count()).toBe(0);

    await chart(page).focus();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'Zoom out' }).waitFor();
    await page.keyboard.press('-');
    await expect.poll(() => page.getByRole('button', { name: 'Zoom out' }).count()).toBe(0);
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'Zoom out' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: 'Zoom out' }).count()).toBe(0);
  });

  it('shows the range that is chosen', async () => {
    const page = await openPast();
    await timeline(page).getByRole('button', { name: '1 h', exact: true }).click();
    await expect.poll(() => timeline(page).getByRole('list').innerText()).not.toContain('Longest up');
    await expect.poll(() => timeline(page).getByRole('button', { name: '1 h', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await timeline(page).getByRole('button', { name: 'All' }).click();
    await expect.poll(() => timeline(page).getByRole('list').innerText()).toContain('Longest up');
  });

  it('explains itself while there is one check, and begins with the second', async () => {
    running = await openApp();
    const { page } = running;
    await setSize(running, 1440, 900);
    await checkToEnd(page, `127.0.0.1:${server.port}`);
    await expect.poll(() => timeline(page).innerText()).toContain('One check so far');
    await expect.poll(() => timeline(page).getByRole('button').count()).toBe(0);
    await page.keyboard.press('r');
    await outcome(page);
    await chart(page).locator('canvas').waitFor();
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
  });

  it('keeps its shape in small windows, zoomed, and from right to left', async () => {
    const page = await openPast();
    await setSize(running, 1024, 700);
    await picture('timeline-1024x700-light');
    await setSize(running, 800, 900);
    await timeline(page).scrollIntoViewIfNeeded();
    await picture('timeline-narrow-light');
    await setSize(running, 1440, 900);
    await setZoom(running, 2);
    await timeline(page).scrollIntoViewIfNeeded();
    await picture('timeline-zoom200-light');
    await setZoom(running, 1);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await setTheme(running, 'dark');
    await picture('timeline-rtl-dark');
    await expect.poll(() => chart(page).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(running.complaints).toEqual([]);
  });
});
