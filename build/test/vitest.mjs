import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, rootFolder } from '../runtime.mjs';
import { failedStep } from './outcome.mjs';
import { printAtOnce } from './print.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/**
 * Runs projects of vitest.config.ts, printing as it goes; never rejects.
 *
 * @param {readonly string[]} projects
 * @param {object} [place]
 * @param {string} [place.folder]  the checkout, or a copy of it
 * @param {NodeJS.ProcessEnv} [place.environment]
 * @param {import('./nobody.mjs').User | undefined} [place.user]
 * @param {import('./print.mjs').Print} [place.print]
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 */
export async function runVitest(projects, { folder = rootFolder, environment = process.env, user, print = printAtOnce } = {}) {
  const outcomeFile = join(temporaryFolder('sonde-outcome-', user), 'outcome.json');
  const code = await print(startVitest({ projects, folder, environment: { ...environment, SONDE_TEST_OUTCOME: outcomeFile }, user }));
  const name = projects.join(', ');
  if (!existsSync(outcomeFile)) return failedStep(`${name}: Vitest ended with exit code ${code} before it ran a test`);
  const outcome = JSON.parse(readFileSync(outcomeFile, 'utf8'));
  if (code === 0 || outcome.failed.length > 0) return outcome;
  return { ...outcome, failed: [`${name}: Vitest ended with exit code ${code}`] };
}

/**
 * @param {{ projects: readonly string[], folder: string, environment: NodeJS.ProcessEnv, user: import('./nobody.mjs').User | undefined }} options
 * @returns {import('node:child_process').ChildProcess}
 */
function startVitest({ projects, folder, environment, user }) {
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${join(folder, 'build', 'test', 'count-reporter.mjs')}`];
  // Without the native loader Vite writes a compiled copy of its configuration into node_modules, which not every user may.
  // Only the test files whose paths hold one of these words, while one works on them: SONDE_TEST_FILES="keyboard menu" npm test -- app
  const files = process.env['SONDE_TEST_FILES']?.split(' ') ?? [];
  const args = [vitest, 'run', '--configLoader=native', ...files, ...projects.flatMap((project) => ['--project', project]), ...reporters];
  return spawn(join(folder, nodeInside()), args, { cwd: folder, env: environment, stdio: ['inherit', 'pipe', 'pipe'], ...user });
}

/** The pinned Node, seen from the checkout: a copy of the checkout has its own. */
function nodeInside() {
  return pinnedNode.slice(rootFolder.length);
}
