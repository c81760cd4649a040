import { setTimeout as pause } from 'node:timers/promises';

import { framesWhile, type Frames } from './frames.ts';
import type { PageConnection } from './page-connection.ts';
import { waitUntil } from './wait-for.ts';

/** A wheel turned without a pause: each notch moves five rows. */
const NOTCH_PX = 120;
const NOTCH_EVERY_MS = 16;
const SCROLLED_MS = 8_000;

/** Where the pointer stands: on a list in every window that is measured. */
const place = { x: 900, y: 700 };

/** Turns the wheel over a list for a while, and gives the frames that were made meanwhile. */
export function framesOfScrolling(page: PageConnection): Promise<Frames> {
  return framesWhile(page, async () => {
    const endMs = performance.now() + SCROLLED_MS;
    for (let nextMs = performance.now(); nextMs < endMs; nextMs += NOTCH_EVERY_MS) {
      void page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...place, deltaX: 0, deltaY: NOTCH_PX });
      await pause(Math.max(0, nextMs + NOTCH_EVERY_MS - performance.now()));
    }
  });
}

/** Fills a bare window with a list of plain lines. */
export async function fillWithLines(page: PageConnection, count: number): Promise<void> {
  await page.evaluate(`{
    const lines = Array.from({ length: ${count} }, (_, index) => Object.assign(document.createElement('div'), { textContent: '12:34 ' + index }));
    document.body.append(...lines);
  }`);
}

/** Scrolls a list down until this far, again and again where it grows only when its end comes near. */
export async function goDown(page: PageConnection, px: number, signal: AbortSignal): Promise<void> {
  const scroller = `[...document.elementsFromPoint(${place.x}, ${place.y})].find((one) => one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible')`;
  const down = (): Promise<unknown> => page.evaluate(`${scroller}.scrollTop = ${px}`);
  await waitUntil(page, { expression: `${scroller}.scrollTop > ${px} - 100`, before: down }, signal);
}
