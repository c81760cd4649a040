import type { Locator, Page } from 'playwright-core';

/** What was said, as text. */
export function transcript(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Transcript' });
}

/** Where a line is written. */
export function input(page: Page): Locator {
  return page.locator('[data-console-input]');
}

/** What stands in sight of what was said. */
export async function said(page: Page): Promise<string> {
  return transcript(page).innerText();
}

/** Opens a session by the form, with keys. */
export async function connect(page: Page, host: string, port: number, service: string | null = null): Promise<void> {
  await page.keyboard.press('Control+j');
  await page.getByLabel('Host', { exact: true }).fill(host);
  await page.getByLabel('Port', { exact: true }).fill(String(port));
  if (service !== null) await page.getByLabel('Service').selectOption(service);
  await page.getByLabel('Port', { exact: true }).press('Enter');
  await input(page).waitFor();
}

/** Writes a line and sends it. */
export async function send(page: Page, line: string): Promise<void> {
  await input(page).fill(line);
  await input(page).press('Enter');
}
