import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, rootFolder } from './runtime.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { run } from './setup/run.mjs';

const sources = [
  'shared',
  'electron',
  'renderer',
  'package.json',
  'package-lock.json',
  'build/electron.vite.config.ts',
  'build/command-line-bundle.ts',
];
/** What a build leaves, relative to the checkout. */
export const products = [
  'out/main/main.js',
  'out/main/cli.cjs',
  'out/main/checks/sweep-worker.cjs',
  'out/main/transfer/transfer-worker.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Builds the app into out/ when a source is younger than what is there. */
export async function buildIfNeeded() {
  if (!needsBuild(rootFolder)) {
    console.log('Build: up to date.');
    return;
  }
  console.log('Build: compiling into out/ ...');
  const tool = join(rootFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const config = join(rootFolder, 'build', 'electron.vite.config.ts');
  const result = await run([pinnedNode, tool, 'build', '-c', config], { cwd: rootFolder });
  if (result.ok) return;
  throw new SetupFailure({
    what: 'The app could not be built.',
    why: result.reason,
    remedy: 'Mend the source it names ("npm run build" shows everything). On a fresh checkout: run "npm run setup" first.',
  });
}

/**
 * Whether out/ is incomplete or older than a source. A file that was deleted shows in the time of its folder.
 *
 * @param {string} folder  the checkout
 */
export function needsBuild(folder) {
  const built = products.map((product) => join(folder, product));
  if (!built.every((file) => existsSync(file))) return true;
  const oldestProductMs = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.some((source) => newestMs(join(folder, source)) > oldestProductMs);
}

/**
 * @param {string} path  a file or a folder
 * @returns {number} when it or something in it changed last, in Unix milliseconds
 */
function newestMs(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  // Without `join`, which takes as long as all the rest, and every `npm start` waits for this.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestMs(`${path}/${name}`)));
}
