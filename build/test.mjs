// npm test: every step, or those named (npm test -- lint unit). Prints what was not run and why; the last line holds the counts.
import { existsSync } from 'node:fs';
import { buildIfNeeded } from './bundle.mjs';
import { pinnedNode } from './runtime.mjs';
import { printFailure, SetupFailure } from './setup/failure.mjs';
import { failedStep, skippedStep, summarise } from './test/outcome.mjs';
import { chooseSteps, steps } from './test/steps.mjs';

// The steps clean up when this process exits; a signal alone would end it without that.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('SIGHUP', () => process.exit(129));

try {
  process.exitCode = await testAll(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

/** @param {readonly string[]} words */
async function testAll(words) {
  const chosen = chooseSteps(words);
  if (chosen === undefined) {
    console.error(`Usage: npm test -- [${steps.map(({ name }) => name).join(' | ')}] ...`);
    return 2;
  }
  requireSetup();
  /** @type {import('./test/outcome.mjs').StepOutcome[]} */
  const outcomes = [];
  for (const step of chosen) {
    console.log(`\n=== ${step.name}: ${step.title}`);
    outcomes.push(...(await perform(step)));
  }
  const { text, exitCode } = summarise(outcomes, { isCi: process.env.CI === 'true' });
  console.log(`\n${text}`);
  return exitCode;
}

/**
 * @param {import('./test/steps.mjs').Step} step
 * @returns {Promise<readonly import('./test/outcome.mjs').StepOutcome[]>}
 */
async function perform({ name, needsBuild, perform }) {
  if (needsBuild) {
    try {
      await buildIfNeeded();
    } catch (error) {
      printFailure(error);
      return [failedStep(`build, for ${name}`), skippedStep(name, 'the app could not be built')];
    }
  }
  return [await perform()];
}

function requireSetup() {
  if (existsSync(pinnedNode)) return;
  throw new SetupFailure({
    what: 'The tests cannot run.',
    why: 'This checkout has not been set up: node_modules is missing or incomplete.',
    remedy: 'Run "npm run setup" first.',
  });
}
