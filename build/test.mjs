// npm test: every step, or those named (npm test -- lint unit). Prints what was not run and why; the last line holds the counts.
import { existsSync } from 'node:fs';
import { buildIfNeeded } from './bundle.mjs';
import { pinnedNode } from './runtime.mjs';
import { printFailure, SetupFailure } from './setup/failure.mjs';
import { failedStep, skippedStep, summarise } from './test/outcome.mjs';
import { holdPrint, printAtOnce } from './test/print.mjs';
import { chooseRounds, stepNames } from './test/steps.mjs';

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
  const rounds = chooseRounds(words);
  if (rounds === undefined) {
    console.error(`Usage: npm test -- [${stepNames.join(' | ')}] ...`);
    return 2;
  }
  requireSetup();
  /** @type {import('./test/outcome.mjs').StepOutcome[]} */
  const outcomes = [];
  for (const round of rounds) outcomes.push(...(await performRound(round)));
  const { text, exitCode } = summarise(outcomes, { isCi: process.env.CI === 'true' });
  console.log(`\n${text}`);
  return exitCode;
}

/**
 * Runs the steps of a round side by side. The last of them is heard while it runs, the others when it has ended.
 *
 * @param {readonly import('./test/steps.mjs').Step[]} round
 * @returns {Promise<readonly import('./test/outcome.mjs').StepOutcome[]>}
 */
async function performRound(round) {
  if (round.some(({ needsBuild }) => needsBuild)) {
    try {
      await buildIfNeeded();
    } catch (error) {
      printFailure(error);
      return round.flatMap(({ name }) => [failedStep(`build, for ${name}`), skippedStep(name, 'the app could not be built')]);
    }
  }
  const others = round.slice(0, -1).map((step) => {
    const { print, release } = holdPrint();
    return { step, release, outcome: step.perform(print) };
  });
  /** @type {import('./test/outcome.mjs').StepOutcome[]} */
  const outcomes = [];
  for (const step of round.slice(-1)) {
    announce(step);
    outcomes.push(await step.perform(printAtOnce));
  }
  for (const { step, release, outcome } of others) {
    outcomes.push(await outcome);
    announce(step);
    release();
  }
  return outcomes;
}

/** @param {import('./test/steps.mjs').Step} step */
function announce({ name, title }) {
  console.log(`\n=== ${name}: ${title}`);
}

function requireSetup() {
  if (existsSync(pinnedNode)) return;
  throw new SetupFailure({
    what: 'The tests cannot run.',
    why: 'This checkout has not been set up: node_modules is missing or incomplete.',
    remedy: 'Run "npm run setup" first.',
  });
}
