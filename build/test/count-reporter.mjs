import { writeFileSync } from 'node:fs';

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
        ...tests.filter((test) => test.result().state === 'failed').map(nameOf),
        ...modules.flatMap(brokenParts),
        ...unhandledErrors.map(() => 'an error outside of any test'),
      ],
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
