import { join } from 'node:path';
import { pinnedNode, rootFolder } from '../runtime.mjs';
import { run } from '../setup/run.mjs';
import { runAsPerson } from './app.mjs';
import { failedStep, skippedStep } from './outcome.mjs';

/**
 * Packs the app as people get it and runs the tests that drive it, as an ordinary user.
 *
 * @param {import('./print.mjs').Print} print
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 */
export async function runPackageTests(print) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return skippedStep('package', 'they know the package for Linux x64; the release workflow starts the others');
  }
  const packing = await run([pinnedNode, join(rootFolder, 'build', 'package.mjs')], { cwd: rootFolder });
  if (!packing.ok) return failedStep(`package: "npm run package" failed: ${packing.reason}`);
  return runAsPerson({ project: 'package', print, isPacked: true });
}
