import type { PageConnection } from './page-connection.ts';

/** The frames that a page made, as the moments when each began; in milliseconds. */
export type Frames = readonly number[];

/** Counts the frames of a page while something happens in it. */
export async function framesWhile(page: PageConnection, happens: () => Promise<void>): Promise<Frames> {
  await page.evaluate(`{
    const frames = (globalThis.benchFrames = []);
    const count = (atMs) => frames.push(atMs) && globalThis.benchFrames === frames && requestAnimationFrame(count);
    requestAnimationFrame(count);
  }`);
  await happens();
  const frames = await page.evaluate('{ const frames = globalThis.benchFrames; globalThis.benchFrames = null; frames; }');
  if (!Array.isArray(frames) || frames.length === 0) throw new Error('The page made no frame: its window is not shown.');
  return frames as Frames;
}

const SECOND_MS = 1_000;

/** The fewest frames of any second among them. */
export function slowestSecond(frames: Frames): number {
  const last = frames.at(-1) ?? 0;
  const starts = frames.filter((startMs) => startMs + SECOND_MS <= last);
  return Math.min(...starts.map((startMs) => frames.filter((atMs) => atMs > startMs && atMs <= startMs + SECOND_MS).length));
}

/** The longest time between two of them, in milliseconds. */
export function longestFrame(frames: Frames): number {
  return Math.max(...frames.slice(1).map((atMs, place) => atMs - (frames[place] ?? atMs)));
}
