import { chownSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from '../display.mjs';
import { findRuntime, rootFolder } from '../runtime.mjs';
import { run } from '../setup/run.mjs';
import { sandboxProblem, unprivilegedUser } from './nobody.mjs';
import { skippedStep } from './outcome.mjs';
import { readableCheckout } from './stage.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';
import { runVitest } from './vitest.mjs';

/** Where tests leave what a person may want to look at, such as screenshots. */
const artefactFolder = join(rootFolder, 'test-results');

/**
 * Runs a project of tests as an app is run, with its sandbox on: as an unprivileged user when we are root, on a virtual screen when there is none.
 *
 * @param {Plan} plan
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 *
 * @typedef {object} Plan
 * @property {string} project
 * @property {import('./print.mjs').Print} print
 * @property {boolean} [isPacked]  whether the tests need dist/ as well
 */
export async function runAsPerson(plan) {
  const user = unprivilegedUser();
  const runtime = findRuntime();
  if (runtime === undefined) return skippedStep(plan.project, 'there is no Electron runtime; run "npm run setup"');
  const problem = (await sandboxProblem(user)) ?? (await executionProblem(runtime, user));
  if (problem !== undefined) return skippedStep(plan.project, problem);
  // A display lets only its own user in, so another user gets another one.
  if (user === undefined && hasDisplay()) return runInWindow(plan, { user, environment: {} });
  const screen = await startVirtualDisplay(user);
  if ('problem' in screen) return skippedStep(plan.project, screen.problem);
  try {
    return await runInWindow(plan, { user, environment: screen.environment });
  } finally {
    screen.stop();
  }
}

/**
 * @param {Plan} plan
 * @param {{ user: import('./nobody.mjs').User | undefined, environment: NodeJS.ProcessEnv }} person
 */
async function runInWindow({ project, print, isPacked = false }, { user, environment }) {
  const folder = await readableCheckout(user, { isPacked });
  const home = homeFor(user);
  const outcome = await runVitest([project], { folder, environment: { ...environmentIn(home), ...environment }, user, print });
  const artefacts = join(home, 'artefacts');
  if (existsSync(artefacts)) cpSync(artefacts, artefactFolder, { recursive: true });
  return outcome;
}

/**
 * A runtime that somebody chose lies anywhere; ours is inside the checkout, which is copied when it cannot be read.
 *
 * @param {import('../runtime.mjs').ElectronRuntime} runtime
 * @param {import('./nobody.mjs').User | undefined} user
 */
async function executionProblem({ kind, executable }, user) {
  if (kind !== 'chosen' || (await run(['test', '-x', executable], { ...user, cwd: '/' })).ok) return undefined;
  return `an unprivileged user may not run ${executable}, which ELECTRON_OVERRIDE_DIST_PATH names`;
}

/** @param {import('./nobody.mjs').User | undefined} user */
function homeFor(user) {
  const home = temporaryFolder('sonde-app-', user);
  for (const name of ['temporary', 'cache', 'artefacts', 'run']) {
    mkdirSync(join(home, name), { mode: 0o700 });
    if (user !== undefined) chownSync(join(home, name), user.uid, user.gid);
  }
  return home;
}

/**
 * Everything that a program keeps for a person, moved into the folder.
 *
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
function environmentIn(home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(XDG_.*|ELECTRON_RUN_AS_NODE)$/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    TMPDIR: join(home, 'temporary'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    SONDE_TEST_CACHE: join(home, 'cache'),
    SONDE_ARTEFACTS: join(home, 'artefacts'),
  };
}
