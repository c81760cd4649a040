import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * A Vitest reporter that writes the outcome of a run, with the reason of every skip, as JSON into the file that SONDE_TEST_OUTCOME names.
 * Vitest's own JSON reporter leaves the reasons out.
 */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    /** @type {import('./outcome.mjs').StepOutcome} */
    const outcome = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: [
        ...tests.filter((test) => test.result().state === 'failed').map(withReason),
        ...modules.flatMap(brokenParts),
        ...unhandledErrors.map(() => 'an error outside of any test'),
      ],
      unsteady: tests.filter((test) => test.diagnostic()?.flaky === true).map(withReason),
      skipped: tests.flatMap((test) => {
        const result = test.result();
        return result.state === 'skipped'
          ? [{ name: nameOf(test), reason: result.note ?? 'it is marked so, or what comes before it failed' }]
          : [];
      }),
    };
    writeFileSync(process.env.SONDE_TEST_OUTCOME ?? '', JSON.stringify(outcome));
  }
}

/** @param {import('vitest/node').TestCase} test */
function nameOf(test) {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

/**
 * The name of a test, and what it said in the first place: the last screen of a log is all that some people see of it.
 *
 * @param {import('vitest/node').TestCase} test
 */
function withReason(test) {
  const error = test.result().errors?.[0];
  const place = error?.stacks?.[0];
  const line = place === undefined ? '' : ` (${basename(place.file)}:${place.line})`;
  return `${nameOf(test)}: ${stripVTControlCharacters(error?.message ?? '').slice(0, 300)}${line}`.replaceAll(/\s+/g, ' ');
}

/**
 * The files and groups that failed by themselves: they did not load, or what they do before or after their tests threw.
 *
 * @param {import('vitest/node').TestModule} module
 * @returns {readonly string[]}
 */
function brokenParts(module) {
  const file = module.errors().length > 0 ? [`${module.relativeModuleId} (the file itself)`] : [];
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return [...file, ...suites.map((suite) => `${module.relativeModuleId} > ${suite.fullName} (around its tests)`)];
}
