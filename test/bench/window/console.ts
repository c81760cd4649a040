import { setTimeout as pause } from 'node:timers/promises';

import type { PageConnection } from './page-connection.ts';
import { waitUntil } from './wait-for.ts';

const CTRL = 2;

/** Presses a key, with Ctrl or alone. */
export async function press(page: PageConnection, key: string, modifiers = 0): Promise<void> {
  const windowsVirtualKeyCode = { Enter: 13, Tab: 9 }[key] ?? key.toUpperCase().charCodeAt(0);
  const event = { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, windowsVirtualKeyCode, modifiers };
  const text = key === 'Enter' ? '\r' : key.length === 1 && modifiers === 0 ? key : undefined;
  await page.send('Input.dispatchKeyEvent', {
    ...event,
    type: text === undefined ? 'rawKeyDown' : 'keyDown',
    ...(text === undefined ? {} : { text }),
  });
  await page.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
}

/** Opens a session by the form, as a person does, and waits until it is open. */
export async function openConsole(page: PageConnection, port: string, signal: AbortSignal): Promise<void> {
  await press(page, 'j', CTRL);
  await waitUntil(
    page,
    { expression: `document.querySelector('.port input') !== null && document.activeElement?.tagName === 'INPUT'` },
    signal,
  );
  await page.send('Input.insertText', { text: '127.0.0.1' });
  await press(page, 'Tab');
  await page.send('Input.insertText', { text: port });
  await press(page, 'Enter');
  await waitUntil(page, { expression: `document.querySelector('[data-state="open"]') !== null` }, signal);
  await page.evaluate(`document.querySelector('[data-console-input]').focus()`);
}

/** Notes in the page how long each key takes until its sign is drawn, and each Enter until the sent line is counted on the screen. */
export async function watchEchoes(page: PageConnection): Promise<void> {
  await page.evaluate(`{
    const echoes = (globalThis.benchEchoes = { signs: [], lines: [] });
    const after = (note) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = note; port2.postMessage(null); };
    let isInFrame = false;
    const frame = () => { isInFrame = true; after(() => (isInFrame = false)); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    // What changes while a frame is made is painted with it, else with the next one.
    const painted = (note) => isInFrame ? after(note) : requestAnimationFrame(() => after(note));
    let enteredMs = null;
    document.addEventListener('keydown', ({ key, timeStamp }) => {
      if (key === 'Enter') enteredMs = timeStamp;
      else if (key.length === 1) painted(() => echoes.signs.push(performance.now() - timeStamp));
    }, true);
    const counter = document.querySelector('.counters b');
    new MutationObserver(() => {
      const startMs = enteredMs;
      enteredMs = null;
      if (startMs !== null) painted(() => echoes.lines.push(performance.now() - startMs));
    }).observe(counter, { subtree: true, characterData: true, childList: true });
  }`);
}

/** Types short lines for a while, as somebody who types fast. */
export async function typeLines(page: PageConnection, forMs: number): Promise<void> {
  const endMs = performance.now() + forMs;
  while (performance.now() < endMs) {
    for (const key of 'noop') {
      await press(page, key);
      await pause(40);
    }
    await press(page, 'Enter');
    await pause(160);
  }
}

/** What `watchEchoes` noted, in milliseconds. */
export async function echoesOf(page: PageConnection): Promise<{ readonly signs: readonly number[]; readonly lines: readonly number[] }> {
  const { signs, lines } = (await page.evaluate('globalThis.benchEchoes')) as { signs: number[]; lines: number[] };
  return { signs, lines };
}

/** How long it takes from the key that closes the session until the window says that it ended, in milliseconds. */
export async function measureStop(page: PageConnection, signal: AbortSignal): Promise<number> {
  await page.evaluate(`{
    globalThis.benchStop = null;
    document.addEventListener('keydown', ({ key, timeStamp }) => {
      if (key !== 'w') return;
      const look = () => document.querySelector('[data-state="open"]') === null ? (globalThis.benchStop = performance.now() - timeStamp) : requestAnimationFrame(look);
      look();
    }, true);
  }`);
  await press(page, 'w', CTRL);
  await waitUntil(page, { expression: 'globalThis.benchStop !== null' }, signal);
  return (await page.evaluate('globalThis.benchStop')) as number;
}
