import { setTimeout as wait } from 'node:timers/promises';

import { LOOK_EVERY_MS, type PageConnection } from './page-connection.ts';

/** Resolves when a key that is pressed arrives in the focused field of the page. */
export async function waitForKey(page: PageConnection, signal: AbortSignal): Promise<void> {
  const press = (): Promise<unknown> => page.send('Input.dispatchKeyEvent', { type: 'char', text: 'a' });
  await waitUntil(page, { expression: "document.activeElement?.value?.includes('a') === true", before: press }, signal);
}

/** Something to wait for, and what is done before each look. */
export interface Awaited {
  readonly expression: string;
  readonly before?: () => Promise<unknown>;
}

/** Resolves when an expression becomes true in the page. */
export async function waitUntil(page: PageConnection, { expression, before }: Awaited, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    await before?.();
    if ((await page.evaluate(expression)) === true) return;
    await wait(LOOK_EVERY_MS);
  }
}
