import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';

/** Puts `sonde` into node_modules/.bin, where `npx --no-install sonde` finds it. */
export function linkCommand() {
  const folder = join(rootFolder, 'node_modules', '.bin');
  for (const name of ['sonde', 'sonde.cmd']) copyFileSync(join(import.meta.dirname, name), join(folder, name));
  chmodSync(join(folder, 'sonde'), 0o755);
  console.log('Command line: npx --no-install sonde');
}
