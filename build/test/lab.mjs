import { delimiter } from 'node:path';
import { debianPackages, hasApt, missingPackages } from '../setup/debian.mjs';
import { run } from '../setup/run.mjs';
import { skippedStep } from './outcome.mjs';
import { runVitest } from './vitest.mjs';

/**
 * Runs the tests against real hosts in network namespaces.
 *
 * @param {import('./print.mjs').Print} print
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 */
export async function runLabTests(print) {
  const problem = await labProblem();
  if (problem !== undefined) return skippedStep('lab', problem);
  const PATH = [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);
  return runVitest(['lab'], { environment: { ...process.env, PATH }, print });
}

/** Why the lab cannot be built here, or undefined when it can. */
async function labProblem() {
  if (process.platform !== 'linux') return 'network namespaces exist only on Linux';
  if (process.getuid?.() !== 0) return 'building network namespaces needs root';
  if (!hasApt()) return 'its servers come from Debian packages, and there is no apt here';
  const missing = await missingPackages(debianPackages().lab);
  if (missing.length > 0) return `these packages are missing: ${missing.join(', ')}; run "npm run setup"`;
  const namespace = await run(['unshare', '--net', '--mount', 'true']);
  return namespace.ok ? undefined : `this system does not let root build a network namespace (${namespace.reason})`;
}
