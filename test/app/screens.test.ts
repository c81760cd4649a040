import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { check, checkToEnd, hosts, omnibox, outcome } from './support/drive.ts';
import { makePast, saveHistory, type PastCheck } from './support/history.ts';
import { machines, startNeighbourhood, type Neighbourhood } from './support/neighbourhood.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, setZoom, takePicture } from './support/window.ts';

/** Pictures of every screen for people to look at, beside those of the design: npm test copies them to test-results/screens. */
const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const DAY_MINUTES = 24 * 60;

/** A host that works all day, seen every ten minutes. */
function steady(
  host: string,
  port: number,
  { from, every = 10, count = 15 }: { from: number; every?: number; count?: number },
): PastCheck[] {
  return Array.from({ length: count }, (_, index) => ({ host, port, agoMinutes: from + index * every }));
}

describe('the screens', () => {
  let running: RunningApp;
  let neighbourhood: Neighbourhood;
  let folder: string;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    neighbourhood = await startNeighbourhood(await makeFolder());
    folder = await makeFolder();
    const past = await makePast([
      ...steady(machines.web, 8080, { from: 25, every: 7 }),
      ...steady(machines.web, 8443, { from: 30, count: 4 }),
      ...steady(machines.mail, 2525, { from: 6 }),
      { host: machines.mail, port: 1143, agoMinutes: 4, options: { service: 'imap' } },
      ...steady(machines.files, 2121, { from: 2 * DAY_MINUTES, every: 60 }),
      ...steady(machines.build, 2222, { from: 1.1 * DAY_MINUTES, every: 30, count: 9 }),
      { host: machines.till, port: 2022, agoMinutes: 48, options: { service: 'ssh' } },
      { host: machines.web, port: 9443, agoMinutes: 200, options: { tls: 'on' } },
    ]);
    await neighbourhood.stop(machines.web, 8080);
    const refused = await makePast(steady(machines.web, 8080, { from: 2, every: 6, count: 3 }));
    saveHistory(folder, [...past, ...refused]);
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(async () => {
    await neighbourhood.close();
    await removeFolders();
  });

  async function picture(name: string): Promise<void> {
    await writeFile(join(pictures, `${name}.png`), await takePicture(running));
  }

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await picture(`${name}-${theme}`);
    }
  }

  it('shows the first run', async () => {
    running = await openApp();
    await setSize(running, 1440, 900);
    await inBothThemes('first-run');
    await check(running.page, '127.0.0.1:70000');
    await picture('first-run-wrong-light');
    await omnibox(running.page).fill('');
    await setSize(running, 1440, 900);
    await setZoom(running, 2);
    await picture('first-run-zoom200-light');
    await setZoom(running, 1);
    expect(running.complaints).toEqual([]);
  });

  it('shows a refused host with its history, at every size', async () => {
    running = await openApp({ folder, environment: { NODE_EXTRA_CA_CERTS: neighbourhood.certificates.authorityPath } });
    const { page } = running;
    await setSize(running, 1440, 900);
    expect(await checkToEnd(page, `${machines.web}:8080`)).toMatch(/^Refused/u);
    await inBothThemes('host');
    await copyFile(join(pictures, 'host-light.png'), join(pictures, '..', 'screenshot.png'));
    await setSize(running, 1024, 700);
    await picture('host-1024x700-light');
    await setTheme(running, 'dark');
    await setSize(running, 1440, 900);
    await setZoom(running, 2);
    await picture('host-zoom200-dark');
    await page.getByRole('button', { name: 'Hosts' }).click();
    await picture('host-zoom200-drawer-dark');
    await setZoom(running, 1);
    expect(running.complaints).toEqual([]);
  });

  it('shows certificates, expired and good', async () => {
    running = await openApp({ folder, environment: { NODE_EXTRA_CA_CERTS: neighbourhood.certificates.authorityPath } });
    await setSize(running, 1440, 900);
    await check(running.page, `https://${machines.web}:9443/`);
    await expect.poll(() => outcome(running.page)).toMatch(/^TLS failed/u);
    await inBothThemes('tls-failed');
    await running.page.getByRole('tab', { name: '8443' }).click();
    await check(running.page, `https://${machines.web}:8443/`);
    await expect.poll(() => outcome(running.page)).toMatch(/^Succeeded/u);
    await inBothThemes('https');
  });

  it('shows a check that runs, and one that was cancelled', async () => {
    running = await openApp({ folder });
    const { page } = running;
    await setSize(running, 1440, 900);
    await check(page, `imap://${machines.mail}:1143`);
    await page.getByText('Slow is not broken').waitFor();
    await inBothThemes('running');
    await page.keyboard.press('Escape');
    await outcome(page);
    await inBothThemes('cancelled');
  });

  it('shows hosts that no filter matches', async () => {
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    await running.page.getByRole('searchbox', { name: 'Filter hosts' }).fill('printer');
    await expect.poll(() => hosts(running.page).count()).toBe(0);
    await picture('no-match-light');
  });
});
