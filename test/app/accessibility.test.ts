import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { check, checkToEnd, outcome } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { machines, startNeighbourhood, type Neighbourhood } from './support/neighbourhood.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme } from './support/window.ts';

describe('accessibility', () => {
  let running: RunningApp;
  let neighbourhood: Neighbourhood;
  let folder: string;

  beforeAll(async () => {
    neighbourhood = await startNeighbourhood(await makeFolder());
    folder = await makeFolder();
    const ports = { [machines.web]: 8080, [machines.mail]: 2525, [machines.till]: 2022 };
    saveHistory(folder, await makePast(Object.entries(ports).map(([host, port]) => ({ host, port, agoMinutes: 9 }))));
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(async () => {
    await neighbourhood.close();
    await removeFolders();
  });

  /** What axe finds wrong on the screen as it is, in both themes. */
  async function violations(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(running, theme);
      // Legacy mode keeps axe in the page: another one could not be opened in this window.
      const result = await new AxeBuilder({ page: running.page }).setLegacyMode(true).analyze();
      found.push(...result.violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
    }
    return found;
  }

  it('axe finds nothing wrong on the first run, nor beside a target that cannot be read', async () => {
    running = await openApp();
    expect(await violations()).toEqual([]);
    await check(running.page, '127.0.0.1:70000');
    expect(await violations()).toEqual([]);
  });

  it('axe finds nothing wrong on a host, while it is checked, and after', async () => {
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    expect(await violations()).toEqual([]);
    await check(running.page, `smtp://${machines.mail}:1143`);
    await running.page.getByText('Slow is not broken').waitFor();
    expect(await violations()).toEqual([]);
    await running.page.keyboard.press('Escape');
    expect(await outcome(running.page)).toMatch(/^Not run/u);
    expect(await violations()).toEqual([]);
  });

  it('axe finds nothing wrong with certificates, in a narrow window, and with the hosts open over it', async () => {
    running = await openApp({ folder });
    await check(running.page, `https://${machines.web}:9443/`);
    expect(await outcome(running.page)).toMatch(/^TLS failed/u);
    expect(await violations()).toEqual([]);
    await setSize(running, 800, 700);
    expect(await violations()).toEqual([]);
    await running.page.getByRole('button', { name: 'Hosts' }).click();
    expect(await violations()).toEqual([]);
  });

  it('says the outcome once, politely, when a check has ended', async () => {
    running = await openApp({ folder });
    const headline = await checkToEnd(running.page, `${machines.mail}:2525`);
    const live = running.page.locator('[aria-live="polite"]');
    expect((await live.innerText()).trim()).toBe(headline);
  });

  it('nothing turns for those who want no motion', async () => {
    running = await openApp({ folder });
    await running.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
    await check(running.page, `smtp://${machines.mail}:1143`);
    await running.page.getByText('Slow is not broken').waitFor();
    expect(await running.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
