import { join } from 'node:path';

import { findRuntime, rootFolder } from '../../../build/runtime.mjs';
import { benchFile } from '../places.ts';

/** Electron with the app of a folder. As root, build/start.mjs adds the same switch. */
function electronWith(folder: string): readonly [string, ...string[]] {
  return [findRuntime()?.executable ?? '', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), folder];
}

/** The least an Electron app can be. */
export function bareWindow(): readonly [string, ...string[]] {
  return electronWith(benchFile('bare-window'));
}

/** The built app, without the script of `npm start`. */
export function sondeWindow(): readonly [string, ...string[]] {
  return electronWith(rootFolder);
}

/** What `npm start` runs. */
export const npmStart = [process.execPath, join(rootFolder, 'build', 'start.mjs')] as const;

/** Why no window can be opened here. */
export function windowBlockers(): readonly string[] {
  return findRuntime() === undefined ? ['there is no Electron runtime; run "npm run setup"'] : [];
}
