import type { Locator, Page } from 'playwright-core';

import { hosts } from './drive.ts';

/** The field that finds hosts. */
export function filter(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Filter hosts' });
}

/** The part of the list that scrolls. */
export function rail(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Hosts' }).locator('.scroll');
}

/** The hosts as they stand one below the other. */
export async function names(page: Page): Promise<readonly string[]> {
  return hosts(page).evaluateAll((rows) =>
    rows
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => (row.querySelector('.name')?.textContent ?? '').trim()),
  );
}

/** The titles over the hosts, each with its number. */
export async function groups(page: Page): Promise<readonly string[]> {
  const titles = await rail(page).locator('h2').allInnerTexts();
  return titles.map((title) => title.replaceAll(/\s+/gu, ' ').trim());
}

/** The host that has the focus, or nothing. */
export async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent ?? '');
}

/** The first host that is seen, and how far from the top of the list it stands. */
export async function seenTop(page: Page): Promise<string> {
  return rail(page).evaluate((scroll) => {
    const { top } = scroll.getBoundingClientRect();
    const rows = [...scroll.querySelectorAll('[data-host]')].map((row) => ({
      name: row.querySelector('.name')?.textContent,
      px: Math.round(row.getBoundingClientRect().top - top),
    }));
    const [first] = rows.filter(({ px }) => px >= 0 && px < 700).toSorted((a, b) => a.px - b.px);
    return first === undefined ? '' : `${first.name ?? ''} ${String(first.px)}`;
  });
}
