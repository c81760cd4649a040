import type { Locator, Page } from 'playwright-core';

/** The question that is open, by its id; waits until one is. */
export async function questionOf(page: Page): Promise<string | null> {
  await page.locator('[data-question]').waitFor();
  return page.locator('[data-question]').getAttribute('data-question');
}

/** The two likeliest causes, by their ids. */
export async function likeliest(page: Page): Promise<readonly (string | null)[]> {
  const causes = await page.locator('[data-cause]').all();
  return Promise.all(causes.slice(0, 2).map((cause) => cause.getAttribute('data-cause')));
}

/** The panel beside the page. */
export function panelOf(page: Page): Locator {
  return page.locator('[data-guidance]');
}

/** Goes with the keyboard alone to what a selector names in the panel: F6 to the pane, then Tab. */
export async function goTo(page: Page, selector: string): Promise<void> {
  const isAt = (wanted: string): Promise<boolean> => page.evaluate((one) => document.activeElement?.matches(one) ?? false, wanted);
  for (let panes = 0; panes < 8 && !(await isAt('aside *')); panes += 1) await page.keyboard.press('F6');
  for (let stops = 0; stops < 80; stops += 1) {
    if (await isAt(selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
