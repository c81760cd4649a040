// npm run package: puts the app into dist/ as people get it, to be tried and tested. "npm run package -- linux" (or windows, mac) makes the
// installers of that system.
import { existsSync } from 'node:fs';
import { buildIfNeeded } from './bundle.mjs';
import { pinnedNode } from './runtime.mjs';
import { printFailure, SetupFailure } from './setup/failure.mjs';

const systems = ['linux', 'windows', 'mac'];

try {
  process.exitCode = await makePackage(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  // Not `exitCode`: what electron-builder does at the end of a process would make it 0.
  process.exit(1);
}

/** @param {readonly string[]} words */
async function makePackage([system, ...others]) {
  if (others.length > 0 || (system !== undefined && !systems.includes(system))) {
    console.error(`Usage: npm run package -- [${systems.join(' | ')}]`);
    return 2;
  }
  if (!existsSync(pinnedNode)) {
    throw new SetupFailure({
      what: 'The app cannot be packed.',
      why: 'This checkout has not been set up: node_modules is missing or incomplete.',
      remedy: 'Run "npm run setup" first.',
    });
  }
  await buildIfNeeded();
  // Only now, when it is sure that this Node runs TypeScript: npm scripts find the pinned one first.
  const { packFolder, packInstallers } = await import('./package/pack.ts');
  await (system === undefined ? packFolder() : packInstallers(system));
  return 0;
}
