// npm run setup: makes a fresh checkout ready to start and to test. Plain JavaScript without a dependency, for Node 20 and later; it can be
// run again at any time and then does only what is left to do.
import { buildIfNeeded } from './bundle.mjs';
import { linkCommand } from './setup/command.mjs';
import { installElectron } from './setup/electron.mjs';
import { printFailure } from './setup/failure.mjs';
import { checkPinnedNode, installPackages } from './setup/packages.mjs';
import { installSystemPackages } from './setup/system.mjs';

/** In this order: each step stands on the one before; what needs root comes last, so that all else is done without it. */
const steps = [installPackages, checkPinnedNode, installElectron, linkCommand, buildIfNeeded, installSystemPackages];

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  for (const step of steps) await step();
  console.log('Ready: "npm start" opens the app, "npm test" runs every test.');
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
