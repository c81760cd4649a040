/**
 * @typedef {object} Skip
 * @property {string} name
 * @property {string} reason
 */

/**
 * What a step of `npm test` came to, in tests.
 *
 * @typedef {object} StepOutcome
 * @property {number} passed
 * @property {readonly string[]} failed   the name of each, with what it said
 * @property {readonly string[]} unsteady  likewise: those that passed when they were tried again, and are counted as passed
 * @property {readonly Skip[]} skipped
 */

/**
 * @param {string} name
 * @returns {StepOutcome}
 */
export function failedStep(name) {
  return { passed: 0, failed: [name], unsteady: [], skipped: [] };
}

/**
 * A step that could not be run at all counts as one test that was skipped.
 *
 * @param {string} name
 * @param {string} reason
 * @returns {StepOutcome}
 */
export function skippedStep(name, reason) {
  return { passed: 0, failed: [], unsteady: [], skipped: [{ name: `${name} (all of it)`, reason }] };
}

/** A step that is not made of tests, and went well. @type {StepOutcome} */
export const nothingToCount = { passed: 0, failed: [], unsteady: [], skipped: [] };

/**
 * The end of a run of `npm test`: what failed and what was not run, each by name, then the counts alone on the last line.
 *
 * @param {readonly StepOutcome[]} outcomes
 * @param {{ isCi: boolean }} options  where a skip is a failure
 * @returns {{ readonly text: string, readonly exitCode: 0 | 1 }}
 */
export function summarise(outcomes, { isCi }) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const unsteady = outcomes.flatMap((outcome) => outcome.unsteady);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const isSkipFailure = isCi && skipped.length > 0;
  const lines = [
    ...section('Failed:', failed),
    ...section('Passed only when tried again:', unsteady),
    ...section(
      'Not run:',
      skipped.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    ...(isSkipFailure ? ['CI is set: what was not run counts as a failure of the whole.', ''] : []),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ];
  return { text: lines.join('\n'), exitCode: failed.length > 0 || isSkipFailure ? 1 : 0 };
}

/**
 * @param {string} title
 * @param {readonly string[]} items
 */
function section(title, items) {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`), ''];
}
