import type { Page } from 'playwright-core';

import type { CommandId } from '../../../shared/ipc/window-commands.ts';
import type { Words } from '../../../shared/text/words.ts';
import { chooseInMenu } from './menu.ts';
import type { RunningApp } from './open-app.ts';

/** Where a screen is brought on: a started app, with nothing open over its first page. */
export interface Stage {
  readonly running: RunningApp;
  readonly page: Page;
  /** The words on the screen: it may be in any language, so what is looked for is named through these, by a key, or by a data attribute. */
  readonly words: Words;
}

/** One screen of the app, for every test that wants to see them all. */
export interface Screen {
  /** Part of the picture's name: "palette", "settings". */
  readonly name: string;
  /** The history it stands on: none yet, or that of screen-history.ts. */
  readonly history: 'none' | 'past' | 'damaged';
  /** Brings it on and waits until it stands still. */
  readonly open: (stage: Stage) => Promise<void>;
}

/** Chooses a command in the application's menu, as a click does: the way to a screen that is the same in every language. */
export async function command({ running }: Stage, id: CommandId): Promise<void> {
  await chooseInMenu(running, `command-${id}`);
}

/** Types a target into the omnibox and runs it. */
export async function check({ page }: Stage, target: string): Promise<void> {
  await page.locator('[data-omnibox]').fill(target);
  await page.locator('[data-omnibox]').press('Enter');
}
