/**
 * @typedef {object} CountedTest
 * @property {string} variable  of the environment: how many rounds
 * @property {number} rounds
 * @property {string} step  of `npm test`
 * @property {string} files  words of the paths, as SONDE_TEST_FILES takes them
 * @property {string} what
 */

/**
 * The tests that count, with more rounds than `npm test` has time for.
 *
 * @type {readonly CountedTest[]}
 */
export const countedTests = [
  {
    variable: 'SONDE_MALFORMED_MESSAGES',
    rounds: 1_000_000,
    step: 'app',
    files: 'app/security-messages',
    what: 'Malformed messages of the page',
  },
  {
    variable: 'SONDE_IDLE_SECONDS',
    rounds: 600,
    step: 'app',
    files: 'app/security-quiet',
    what: 'Seconds in which the app has nothing to do, and asks nobody for anything',
  },
  {
    variable: 'SONDE_APP_KILLS',
    rounds: 50,
    step: 'app',
    files: 'app/recovery-processes',
    what: 'Kills of the whole app in the middle of a check',
  },
  {
    variable: 'SONDE_KILL_ROUNDS',
    rounds: 3_000,
    step: 'integration',
    files: 'store/kill.test',
    what: 'Kills while saving, a quarter as many for seven other kinds of work',
  },
  {
    variable: 'SONDE_MUTATIONS',
    rounds: 1_000,
    step: 'integration',
    files: 'repair/mutations',
    what: 'Damaged histories',
  },
  {
    variable: 'SONDE_FUZZED_IMPORTS',
    rounds: 100_000,
    step: 'integration',
    files: 'transfer/fuzz-imports',
    what: 'Fuzzed files to import',
  },
];
