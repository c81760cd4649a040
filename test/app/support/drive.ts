import type { Locator, Page } from 'playwright-core';

/** The field that takes a target. */
export function omnibox(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Check a host and port/u });
}

/** Types a target as a person does and runs it. */
export async function check(page: Page, target: string): Promise<void> {
  await omnibox(page).fill(target);
  await omnibox(page).press('Enter');
}

/** The headline with the outcome, once the check has ended. */
export async function outcome(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  return (await page.getByRole('region', { name: 'Outcome' }).getByRole('heading').innerText()).trim();
}

/** Runs a check to its end and gives its headline. */
export async function checkToEnd(page: Page, target: string): Promise<string> {
  await check(page, target);
  await page.locator('h1', { hasText: target.slice(0, target.lastIndexOf(':')).replace(/^\[|\]$/gu, '') }).waitFor();
  return outcome(page);
}

/** The rows of the table of past checks, newest first. */
export function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Checks' }).locator('[data-check]');
}

/** The hosts on the left. */
export function hosts(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Hosts' }).locator('[data-host]');
}

/** Whether what is typed goes there. */
export async function hasFocus(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement);
}
