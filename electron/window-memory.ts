import * as v from 'valibot';

import { readKept, writeKept } from './kept-file.ts';

const pixels = v.pipe(v.number(), v.integer());

const windowMemorySchema = v.strictObject({
  bounds: v.nullable(v.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels })),
  maximized: v.boolean(),
});

/** What the window remembers from one start to the next: where it stood, in screen pixels. */
export type WindowMemory = v.InferOutput<typeof windowMemorySchema>;

/** A place on the screens. */
export type Bounds = NonNullable<WindowMemory['bounds']>;

const nothing: WindowMemory = { bounds: null, maximized: false };

const FILE_NAME = 'window.json';

/** Reads what the window remembers. Never throws: a file that is missing or damaged is nothing to remember. */
export function readWindowMemory(folder: string): WindowMemory {
  const kept = v.safeParse(windowMemorySchema, readKept({ folder, name: FILE_NAME }));
  // Nothing to remember: the window opens where the system puts it.
  return kept.success ? kept.output : nothing;
}

/** Keeps what the window remembers; false when the folder cannot be written, which costs no more than the memory of it. */
export function writeWindowMemory(folder: string, memory: WindowMemory): boolean {
  return writeKept({ folder, name: FILE_NAME }, memory);
}

/** Enough of the title bar to take hold of the window with a mouse. */
const GRIP_PX = 64;

/** The remembered place, or null when too little of it would be on a screen to move the window back. */
export function placeOnScreen(bounds: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const within = (screen: Bounds): boolean =>
    Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x) >= GRIP_PX &&
    bounds.y >= screen.y &&
    bounds.y + GRIP_PX <= screen.y + screen.height;
  return screens.some(within) ? bounds : null;
}
