import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { hasFocus, rows } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const HOST = '127.0.88.10';

describe('comparing checks', () => {
  let running: RunningApp;
  let folder: string;

  /** What a server at one port was over the days: an old version, a new one, then none at all. */
  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    folder = await makeFolder();
    const seen = async (port: number, agoMinutes: number) =>
      makePast([{ host: HOST, port, agoMinutes, options: { service: 'ssh', timeoutMs: 2_000 } }]);
    const old = await startScriptedServer({
      address: HOST,
      behaviour: { kind: 'greet', text: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n' },
    });
    const { port } = old;
    const before = [...(await seen(port, 3_000)), ...(await seen(port, 2_000))];
    await old.close();
    const renewed = await startScriptedServer({
      address: HOST,
      port,
      behaviour: { kind: 'greet', text: 'SSH-2.0-OpenSSH_10.0p2 Debian-7\r\n' },
    });
    const after = [...(await seen(port, 140)), ...(await seen(port, 130))];
    await renewed.close();
    saveHistory(folder, [...before, ...after, ...(await seen(port, 60)), ...(await seen(port, 5))]);
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(removeFolders);

  function compare(page: Page): Locator {
    return page.getByRole('button', { name: 'Compare' });
  }

  function differences(page: Page): Locator {
    return page.getByRole('grid', { name: 'Differences' });
  }

  async function openPast(): Promise<Page> {
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    await expect.poll(() => rows(running.page).count()).toBe(6);
    return running.page;
  }

  async function picture(name: string): Promise<void> {
    await writeFile(join(pictures, `${name}.png`), await takePicture(running));
  }

  it('puts a failure beside the last check that worked, at the press of a key, and goes back', async () => {
    const page = await openPast();
    await compare(page).waitFor();
    await rows(page).first().focus();
    await page.keyboard.press('c');
    const heading = page.getByRole('region', { name: 'What changed since it last worked' });
    await expect.poll(() => heading.innerText()).toContain('Refused now, succeeded before.');
    await expect.poll(() => differences(page).innerText()).toMatch(/Code\s+changed\s+–\s+ECONNREFUSED/u);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await expect.poll(() => axeViolations(running.page)).toEqual([]);
      await picture(`compare-${theme}`);
    }
    await page.keyboard.press('Escape');
    await rows(page).first().waitFor();
    await expect.poll(() => differences(page).count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });

  it('offers nothing to compare where it worked, until two rows are chosen', async () => {
    const page = await openPast();
    await compare(page).waitFor();
    await rows(page).last().click();
    await expect.poll(() => compare(page).count()).toBe(0);
    await page.keyboard.press('c');
    await expect.poll(() => differences(page).count()).toBe(0);

    await rows(page).last().focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(' ');
    await picture('compare-chosen-light');
    await compare(page).click();
    const heading = page.getByRole('region', { name: 'What changed between two checks' });
    await expect.poll(() => heading.innerText()).toContain('Succeeded both times.');
    await expect.poll(() => heading.innerText()).toContain('OpenSSH_10.0p2');
    await picture('compare-two-light');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
  });

  it('goes from change to change with J and K, and unfolds what is the same', async () => {
    const page = await openPast();
    await compare(page).click();
    const changedRows = differences(page).locator('[data-change]');
    await changedRows.first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => hasFocus(changedRows.nth(1))).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(() => hasFocus(changedRows.first())).toBe(true);

    const sameRow = differences(page).getByRole('rowheader', { name: 'Address', exact: true });
    await expect.poll(() => sameRow.count()).toBe(0);
    await differences(page)
      .getByRole('button', { name: /the same: .*address/u })
      .click();
    await expect.poll(() => sameRow.count()).toBe(1);
  });

  it('copies the comparison as text', async () => {
    const page = await openPast();
    await compare(page).click();
    await differences(page).waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^127\.0\.88\.10:\d+ \(TCP\)\nA 2.*, B 2.*\nRefused now, succeeded before\.\n[\s\S]*Outcome: Succeeded -> Refused/u);
  });

  it('ends when a check starts, and keeps its shape in a small window and from right to left', async () => {
    const page = await openPast();
    await compare(page).click();
    await differences(page).waitFor();
    await setSize(running, 1024, 700);
    await picture('compare-1024x700-light');
    await setSize(running, 800, 700);
    await picture('compare-narrow-light');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await setSize(running, 1440, 900);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await picture('compare-rtl-light');
    await page.keyboard.press('r');
    await expect.poll(() => differences(page).count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });
});
