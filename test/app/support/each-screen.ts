import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { loadWords } from '../../../shared/text/languages.ts';
import { makeDamagedFolder } from './damaged-folder.ts';
import { openApp } from './open-app.ts';
import { screenHosts } from './screen-history.ts';
import type { Screen, Stage } from './screen.ts';
import { setSize } from './window.ts';

/** Which screens are gone through, and how. */
export interface Tour {
  readonly screens: readonly Screen[];
  /** Of the history that stands behind those with a past. */
  readonly folder: string;
  /** A BCP 47 tag; English if it is left out. */
  readonly language?: string;
  /** A screen stands there: look at it. */
  readonly look: (screen: Screen, stage: Stage) => Promise<void>;
}

/**
 * Goes through the screens, in one started app for those without a history and another for those with one; every page is loaded anew. On none
 * of them may the page complain: of an error, or of the security policy.
 */
export async function eachScreen({ screens, folder, language, look }: Tour): Promise<void> {
  const words = await loadWords(language);
  const environment: Record<string, string> = language === undefined ? {} : { SONDE_LANGUAGE: language };
  for (const history of ['none', 'past', 'damaged'] as const) {
    const wanted = screens.filter((screen) => screen.history === history);
    if (wanted.length === 0) continue;
    const running = await openApp({
      environment,
      ...(history === 'none' ? {} : { folder: history === 'past' ? folder : await makeDamagedFolder() }),
    });
    await setSize(running, 1440, 900);
    const stage = { running, page: running.page, words };
    const complaints: string[] = [];
    try {
      for (const screen of wanted) {
        await startAnew(running.page, history);
        await screen.open(stage);
        await look(screen, stage);
        await setSize(running, 1440, 900);
        complaints.push(...running.complaints.slice(complaints.length).map((complaint) => `${screen.name}: ${complaint}`));
      }
      expect(complaints).toEqual([]);
    } finally {
      await running.close();
    }
  }
}

/** Whatever was checked before: the host that is refused now, with its past. */
async function startAnew(page: Page, history: Screen['history']): Promise<void> {
  await page.reload();
  if (history === 'damaged') return page.getByRole('alert').waitFor();
  if (history === 'none') return page.locator('ol button').first().waitFor();
  await page.locator('[data-host]', { hasText: screenHosts.refused }).click();
  await page.locator('h1', { hasText: screenHosts.refused }).waitFor();
  await page.locator('[data-check]').first().waitFor();
}
