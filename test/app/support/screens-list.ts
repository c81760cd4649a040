import { careScreens } from './care-screens.ts';
import { consoleScreens } from './console-screens.ts';
import { guidanceScreens } from './guidance-screens.ts';
import { hostScreens } from './host-screens.ts';
import { check, command, type Screen, type Stage } from './screen.ts';
import { screenHosts, screenPorts } from './screen-history.ts';
import { transferScreens } from './transfer-screens.ts';

/**
 * Every screen of the app: axe, the languages and the pictures go through this list.
 *
 * To add one: an entry here that brings it on. Before each the page is loaded anew, so nothing has to be tidied up.
 */
export const screens: readonly Screen[] = [
  { name: 'first-run', history: 'none', open: async () => undefined },
  { name: 'first-run-wrong', history: 'none', open: (stage) => check(stage, '127.0.0.1:70000') },
  { name: 'first-run-palette', history: 'none', open: openPalette },
  { name: 'host', history: 'past', open: async () => undefined },
  { name: 'host-works', history: 'past', open: (stage) => checkToEnd(stage, `${screenHosts.works}:${screenPorts.mail}`) },
  { name: 'host-running', history: 'past', open: checkSilent },
  { name: 'host-cancelled', history: 'past', open: cancelSilent },
  { name: 'host-long-name', history: 'past', open: openLongName },
  {
    name: 'hosts-no-match',
    history: 'past',
    open: ({ page }) => page.locator('[data-filter]').fill('no host is called so', { force: true }),
  },
  { name: 'compare', history: 'past', open: openComparison },
  { name: 'all-checks', history: 'past', open: openAllChecks },
  { name: 'palette', history: 'past', open: openPalette },
  { name: 'palette-found', history: 'past', open: (stage) => searchPalette(stage, '127.0.90') },
  { name: 'palette-target', history: 'past', open: (stage) => searchPalette(stage, 'nc -vz 127.0.90.20 2525') },
  { name: 'palette-no-match', history: 'past', open: (stage) => searchPalette(stage, 'nothing is called so') },
  { name: 'all-keys', history: 'past', open: openKeys },
  { name: 'settings', history: 'past', open: openSettings },
  ...hostScreens,
  ...transferScreens,
  ...consoleScreens,
  ...guidanceScreens,
  ...careScreens,
  { name: 'repair', history: 'damaged', open: async () => undefined },
  { name: 'repair-done', history: 'damaged', open: repairHistory },
];

async function repairHistory({ page, words }: Stage): Promise<void> {
  await page.getByRole('button', { name: words.repair.repair, exact: true }).click();
  await page.getByRole('button', { name: words.repair.done, exact: true }).waitFor();
}

async function checkToEnd(stage: Stage, target: string): Promise<void> {
  await check(stage, target);
  await stage.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

async function checkSilent(stage: Stage): Promise<void> {
  await check(stage, `imap://${screenHosts.silent}:${screenPorts.silent}`);
  await stage.page.getByText(stage.words.window.running.patience).waitFor();
}

async function cancelSilent(stage: Stage): Promise<void> {
  await checkSilent(stage);
  await stage.page.keyboard.press('Escape');
  await stage.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

async function openLongName(stage: Stage): Promise<void> {
  await searchPalette(stage, 'behind-the-counter');
  await stage.page.locator('[data-palette]').press('Enter');
  await stage.page.locator('h1').waitFor();
}

async function openComparison(stage: Stage): Promise<void> {
  await stage.page.getByRole('button', { name: stage.words.history.comparing.compare }).click();
  await stage.page.locator('[data-change]').first().waitFor();
}

async function openAllChecks(stage: Stage): Promise<void> {
  await command(stage, 'all_checks');
  await stage.page.locator('[data-check]').first().waitFor();
}

async function openPalette(stage: Stage): Promise<void> {
  await command(stage, 'palette');
  await stage.page.locator('[data-palette]').waitFor();
}

async function searchPalette(stage: Stage, text: string): Promise<void> {
  await openPalette(stage);
  await stage.page.locator('[data-palette]').fill(text);
  // Until the search has ended nothing is said to be listed.
  await stage.page.locator('dialog [role="status"]', { hasText: /\S/u }).waitFor({ state: 'attached' });
}

async function openKeys(stage: Stage): Promise<void> {
  await command(stage, 'all_keys');
  await stage.page.locator('dialog kbd').first().waitFor();
}

async function openSettings(stage: Stage): Promise<void> {
  await command(stage, 'settings');
  await stage.page.getByRole('switch', { name: stage.words.shell.settings.letterKeys }).waitFor();
}
