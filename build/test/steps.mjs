import { spawn } from 'node:child_process';
import { npmCommand } from '../setup/npm.mjs';
import { rootFolder } from '../runtime.mjs';
import { runAsPerson } from './app.mjs';
import { runLabTests } from './lab.mjs';
import { failedStep, nothingToCount } from './outcome.mjs';
import { runPackageTests } from './package.mjs';
import { runVitest } from './vitest.mjs';

/**
 * @typedef {object} Step
 * @property {string} name   the word that selects it: `npm test -- unit`
 * @property {string} title
 * @property {boolean} needsBuild
 * @property {(print: Print) => Promise<import('./outcome.mjs').StepOutcome>} perform
 *
 * @typedef {import('./print.mjs').Print} Print
 */

/**
 * All that `npm test` does, in this order: what is quick and says most comes first.
 *
 * Steps of one round run side by side: those that need one core each, or mostly wait.
 *
 * @type {readonly (readonly Step[])[]}
 */
const rounds = [
  [
    { name: 'types', title: 'TypeScript and svelte-check', needsBuild: false, perform: (print) => runScript('types', print) },
    { name: 'lint', title: 'ESLint, Prettier, knip', needsBuild: false, perform: (print) => runScript('lint', print) },
  ],
  [{ name: 'unit', title: 'unit tests', needsBuild: false, perform: (print) => runVitest(['unit', 'renderer'], { print }) }],
  [
    {
      name: 'integration',
      title: 'tests with real sockets, files and databases',
      needsBuild: true,
      perform: (print) => runVitest(['integration'], { print }),
    },
  ],
  [
    { name: 'lab', title: 'tests against real hosts in network namespaces', needsBuild: true, perform: runLabTests },
    {
      name: 'screens',
      title: 'tests of every screen there is, in the real window',
      needsBuild: true,
      perform: (print) => runAsPerson({ project: 'screens', print }),
    },
    {
      name: 'app',
      title: 'tests of the real app in a real window',
      needsBuild: true,
      perform: (print) => runAsPerson({ project: 'app', print }),
    },
  ],
  [{ name: 'package', title: 'tests of the packed app, as people get it', needsBuild: true, perform: runPackageTests }],
];

/** The words that choose a step. */
export const stepNames = rounds.flat().map(({ name }) => name);

/**
 * The rounds of the steps that the words name, all of them for no word; undefined when a word names none.
 *
 * @param {readonly string[]} words
 * @returns {readonly (readonly Step[])[] | undefined}
 */
export function chooseRounds(words) {
  if (!words.every((word) => stepNames.includes(word))) return undefined;
  if (words.length === 0) return rounds;
  return rounds.map((round) => round.filter(({ name }) => words.includes(name))).filter((round) => round.length > 0);
}

/**
 * @param {string} name  of a script in package.json
 * @param {Print} print
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 */
async function runScript(name, print) {
  const [program = '', ...args] = [...npmCommand(process.env), 'run', '--silent', name];
  const code = await print(spawn(program, args, { cwd: rootFolder, stdio: ['inherit', 'pipe', 'pipe'] }));
  return code === 0 ? nothingToCount : failedStep(name);
}
