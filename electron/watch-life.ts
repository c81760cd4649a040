import { statSync } from 'node:fs';

/** It is looked at so often within that. Counted in looks, not by the clock: a computer that slept in between did not wait. */
const LOOKS = 20;

/** Whose life to watch. */
export interface LifeToWatch {
  /** Files that it lets grow: a sign of life where it can say nothing. */
  readonly growing: readonly string[];
  /** A thread that shows no sign of life for so long counts as stuck; in milliseconds. */
  readonly limitMs: number;
  /** Called once, when there was no sign of life for too long. */
  readonly onSilent: () => void;
}

/** A watch over a thread. */
export interface LifeWatch {
  /** It said something. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Begins to watch whether a thread lives. */
export function watchLife({ growing, limitMs, onSilent }: LifeToWatch): LifeWatch {
  let silentLooks = 0;
  let sizesBytes = sizesOf(growing);
  const timer = setInterval(() => {
    const before = sizesBytes;
    sizesBytes = sizesOf(growing);
    silentLooks = sizesBytes === before ? silentLooks + 1 : 0;
    if (silentLooks < LOOKS) return;
    clearInterval(timer);
    onSilent();
  }, limitMs / LOOKS);
  return { heard: () => (silentLooks = 0), stop: () => clearInterval(timer) };
}

function sizesOf(paths: readonly string[]): string {
  return paths.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0).join();
}
