import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { check, checkToEnd, outcome, rows } from './support/drive.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const MAIL = '127.0.93.10';
const WEB = '127.0.93.20';
const DATABASE = '127.0.93.30';
const PORT = 2525;

const greeting = { kind: 'greet', text: '220 mail.example.org ESMTP Postfix (Debian)\r\n', reply: '221 2.0.0 Bye\r\n' } as const;

describe('watching an endpoint in the window', () => {
  let running: RunningApp;
  let page: Page;
  let server: ScriptedServer | null = null;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
  });
  beforeEach(async () => {
    server = await startScriptedServer({ address: MAIL, port: PORT, behaviour: greeting });
    running = await openApp();
    ({ page } = running);
    await setSize(running, 1440, 900);
    await refuseNotices();
  });
  afterEach(async () => {
    await running.close();
    await goDown();
  });
  afterAll(removeFolders);

  /** As on a system that shows no notices. */
  async function refuseNotices(): Promise<void> {
    await running.app.evaluate(({ Notification }) => {
      Notification.isSupported = () => false;
    });
  }

  /** As checkToEnd, of a URL. */
  async function checkUrl(url: string, host: string): Promise<void> {
    await check(page, url);
    await page.locator('h1', { hasText: host }).waitFor();
    await outcome(page);
  }

  /** A check that is under way would see its connection closed, which is no refusal. */
  async function goDownBetweenChecks(): Promise<void> {
    await expect.poll(() => server?.sessions().every(({ ended }) => ended !== 'not_yet'), { interval: 10 }).toBe(true);
    await goDown();
  }

  async function goDown(): Promise<void> {
    await server?.close();
    server = null;
  }

  async function comeUp(): Promise<void> {
    server = await startScriptedServer({ address: MAIL, port: PORT, behaviour: greeting });
  }

  async function chooseHow(...choices: readonly string[]): Promise<void> {
    for (const choice of choices) {
      await page.getByRole('button', { name: 'How to watch' }).click();
      await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
    }
  }

  function foot(): Locator {
    return page.getByRole('region', { name: 'Watching' });
  }

  async function press(key: string): Promise<void> {
    await page.locator('[data-page]').focus();
    await page.keyboard.press(key);
  }

  async function picture(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `${name}-${theme}.png`), await takePicture(running));
    }
  }

  it('checks on by itself until the outcome changes, tells of it, and says at the end how it went', async () => {
    await checkToEnd(page, `${MAIL}:${PORT}`);
    await chooseHow('Every 1 s');
    await press('w');
    await page.locator('header').getByRole('button', { name: 'Stop watching' }).waitFor();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(2);
    await expect.poll(() => foot().innerText()).toMatch(/Watching every 1\ss until it changes, (?:next in 0:0\d|checking now)/u);
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toMatch(/Watching\s1/u);
    await picture('watch-running');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await goDownBetweenChecks();
    const notice = page.locator('[data-notice]');
    await notice.waitFor();
    await expect.poll(() => notice.innerText()).toContain(`${MAIL}:${PORT} changed: Refused now, Succeeded before.`);
    await expect.poll(() => page.locator('.aloud[role="status"]').innerText()).toMatch(/^Refused\./u);
    await expect.poll(() => outcome(page)).toMatch(/^Refused/u);
    await expect
      .poll(() => foot().innerText())
      .toMatch(/It changed, so watching ended\.[\s\S]*\d+ checks in .*: \d+\sSucceeded, 1\sRefused/u);
    await foot().getByRole('button', { name: 'In numbers' }).click();
    await expect.poll(() => foot().innerText()).toMatch(/Last worked[\s\S]*Connect/u);
    await picture('watch-over');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await page.locator('header').getByRole('button', { name: 'Watch', exact: true }).waitFor();
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).not.toContain('Watching');
    await foot().getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => foot().count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });

  it('goes on while another page is open, several at once, until it is stopped; the list opens and stops each', async () => {
    await checkToEnd(page, `${WEB}:8080`);
    await chooseHow('Every 1 s', 'Until it is stopped');
    await page.locator('header').getByRole('button', { name: 'Watch', exact: true }).click();
    await checkToEnd(page, `${MAIL}:${PORT}`);
    await page.locator('header').getByRole('button', { name: 'Watch', exact: true }).click();
    await page.locator('header').getByRole('button', { name: 'Stop watching' }).waitFor();
    await expect.poll(() => page.getByRole('img', { name: 'Watched' }).count()).toBe(2);
    await goDownBetweenChecks();
    await expect.poll(() => page.locator('[data-notice]').count()).toBe(1);
    await comeUp();
    await expect.poll(() => page.locator('[data-notice]').innerText()).toContain('Succeeded now, Refused before.');
    await page.getByRole('button', { name: /^Watching 2/u }).click();
    const list = page.getByRole('dialog', { name: 'Watched endpoints' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    await picture('watch-list');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await list.getByRole('listitem').filter({ hasText: WEB }).getByRole('button', { name: 'Stop' }).click();
    await list.getByText('Stopped watching.').waitFor();
    await list.getByRole('button', { name: `${WEB}:8080` }).click();
    await page.locator('h1', { hasText: WEB }).waitFor();
    await page.getByRole('button', { name: /^Watching 1/u }).waitFor();
    await setSize(running, 800, 700);
    await picture('watch-narrow');
    // What was under way when it stopped is listed by now; nothing comes after it.
    const listed = (): Promise<string | null> => page.getByRole('grid', { name: 'Checks' }).getAttribute('data-count');
    const checksThen = await listed();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await expect.poll(() => listed()).toBe(checksThen);
    expect(running.complaints).toEqual([]);
  });

  it('keeps what was chosen, shows a check that takes its time, and stops at the press of a key', async () => {
    await goDown();
    server = await startScriptedServer({ address: MAIL, port: 1143, behaviour: { kind: 'mute' } });
    await checkUrl(`imap://${MAIL}:1143`, MAIL);
    await chooseHow('Every 30 s');
    await page.reload();
    await page.locator('h1', { hasText: MAIL }).waitFor();
    await page.getByRole('button', { name: 'How to watch' }).click();
    await expect.poll(() => page.getByRole('menuitemradio', { name: 'Every 30 s' }).getAttribute('aria-checked')).toBe('true');
    await picture('watch-choices');
    await page.keyboard.press('Escape');
    await checkUrl(`imap://${MAIL}:1143`, MAIL);
    await press('w');
    await foot().getByText('checking now').waitFor();
    await page.getByText('Running', { exact: true }).first().waitFor();
    await foot()
      .getByText(/next in 0:2\d/u)
      .waitFor();
    await press('w');
    await foot().getByText('Stopped watching.').waitFor();
    expect(running.complaints).toEqual([]);
  });

  it('goes slower than asked for where the service would punish it, and says why', async () => {
    await checkUrl(`mysql://${DATABASE}:3306`, DATABASE);
    await chooseHow('Every 1 s');
    await press('w');
    await expect.poll(() => foot().innerText()).toMatch(/Watching every 1\smin/u);
    await expect
      .poll(() => foot().innerText())
      .toContain('Slower than the 1\u00a0s asked for: it counts a connection without a login as an error');
    await expect.poll(() => foot().innerText()).toContain('It ends after 50 checks.');
    await picture('watch-slower');
    await expect.poll(() => axeViolations(page)).toEqual([]);
  });

  it('opens what the notice of the system tells of when it is clicked', async () => {
    await running.app.evaluate(({ Notification }) => {
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        (globalThis as { notice?: unknown }).notice = this;
      };
    });
    await checkToEnd(page, `${MAIL}:${PORT}`);
    await chooseHow('Every 1 s');
    await press('w');
    await expect.poll(() => rows(page).count()).toBeGreaterThan(1);
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await goDownBetweenChecks();
    await expect
      .poll(() => running.app.evaluate(() => (globalThis as { notice?: { title: string } }).notice?.title ?? ''))
      .toContain('Refused');
    await expect.poll(() => page.locator('[data-notice]').count()).toBe(0);
    await running.app.evaluate(() =>
      (globalThis as { notice?: { emit: (name: string, event: unknown) => void } }).notice?.emit('click', {}),
    );
    await page.locator('h1', { hasText: MAIL }).waitFor();
    await expect.poll(() => outcome(page)).toMatch(/^Refused/u);
    expect(running.complaints).toEqual([]);
  });
});
