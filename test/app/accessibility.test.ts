import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { axeViolations } from './support/axe.ts';
import { check, checkToEnd } from './support/drive.ts';
import { eachScreen } from './support/each-screen.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { makeScreenHistory, screenHosts, screenPorts, type ScreenHistory } from './support/screen-history.ts';
import { screens } from './support/screens-list.ts';
import { setSize, setTheme } from './support/window.ts';

const themes = ['light', 'dark'] as const;

/** Wide, and narrow: everything is in one of these forms. What differs between the themes is colour alone. */
const forms = [
  { width: 1440, height: 900, theme: 'light', rules: null },
  { width: 1440, height: 900, theme: 'dark', rules: ['color-contrast'] },
  { width: 800, height: 700, theme: 'light', rules: null },
] as const;

/** So many screens are one test: what it takes to look at them all is too long for one. */
const SCREENS_AT_ONCE = 8;

const parts = Array.from({ length: Math.ceil(screens.length / SCREENS_AT_ONCE) }, (_, index) => {
  const part = screens.slice(index * SCREENS_AT_ONCE, (index + 1) * SCREENS_AT_ONCE);
  return { part, names: part.map(({ name }) => name).join(', ') };
});

describe('accessibility', () => {
  let history: ScreenHistory;
  let running: RunningApp | null = null;

  beforeAll(async () => {
    history = await makeScreenHistory();
  });
  afterEach(async () => {
    await running?.close();
    running = null;
  });
  afterAll(async () => {
    await history.close();
    await removeFolders();
  });

  it.each(parts)('axe finds nothing wrong, in either theme, wide and narrow, on $names', { timeout: 600_000 }, async ({ part }) => {
    const found: string[] = [];
    await eachScreen({
      screens: part,
      folder: history.folder,
      look: async ({ name }, { running: shown }) => {
        for (const { width, height, theme, rules } of forms) {
          await setSize(shown, width, height);
          await setTheme(shown, theme);
          found.push(...(await axeViolations(shown.page, rules)).map((violation) => `${name}, ${theme}, ${width}: ${violation}`));
        }
      },
    });
    expect(found).toEqual([]);
  });

  it('axe finds nothing wrong with the hosts open over a narrow window', async () => {
    const narrow = await openApp({ folder: history.folder });
    running = narrow;
    await setSize(narrow, 800, 700);
    await narrow.page.getByRole('button', { name: 'Hosts', exact: true }).click();
    for (const theme of themes) {
      await setTheme(narrow, theme);
      await expect.poll(() => axeViolations(narrow.page)).toEqual([]);
    }
  });

  it('says the outcome once, politely, when a check has ended', async () => {
    running = await openApp({ folder: await makeFolder() });
    const headline = await checkToEnd(running.page, `${screenHosts.works}:${screenPorts.mail}`);
    const live = running.page.locator('[aria-live="polite"]');
    await expect.poll(async () => (await live.innerText()).trim()).toBe(headline);
  });

  it('nothing turns or moves for those who want no motion', async () => {
    running = await openApp({ folder: await makeFolder() });
    await running.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
    await check(running.page, `smtp://${screenHosts.silent}:${screenPorts.silent}`);
    await running.page.getByText('Slow is not broken').waitFor();
    expect(await running.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('draws every line as strongly as one that carries information for those who want more contrast', async () => {
    const contrasting = await openApp({ folder: history.folder });
    running = contrasting;
    const { page } = contrasting;
    const token = (name: string): Promise<string> =>
      page.locator('main').evaluate((main, wanted) => getComputedStyle(main).getPropertyValue(wanted).trim(), name);
    await expect.poll(() => token('--line-2')).not.toBe(await token('--line-mark'));
    await page.emulateMedia({ contrast: 'more', colorScheme: null });
    for (const line of ['--line-2', '--line-3']) await expect.poll(() => token(line)).toBe(await token('--line-mark'));
    await expect.poll(() => axeViolations(contrasting.page)).toEqual([]);
  });

  it('shows what is chosen and what can be pressed with lines where the system forces its colours', async () => {
    running = await openApp({ folder: history.folder });
    const { page } = running;
    await page.emulateMedia({ forcedColors: 'active', colorScheme: null });
    const outline = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).outline);
    await expect.poll(() => outline('main button')).toContain('solid 1px');
    await expect.poll(() => outline('[role="tab"][aria-selected="true"]')).toContain('solid 2px');
    await expect.poll(() => outline('[aria-pressed="true"]')).toContain('solid 2px');
    const bar = await page
      .locator('[data-bar]')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(bar).not.toBe(await page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor));
  });
});
