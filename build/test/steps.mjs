import { spawn } from 'node:child_process';
import { npmCommand } from '../setup/npm.mjs';
import { rootFolder } from '../runtime.mjs';
import { runAppTests } from './app.mjs';
import { runLabTests } from './lab.mjs';
import { failedStep, nothingToCount } from './outcome.mjs';
import { runVitest } from './vitest.mjs';

/**
 * @typedef {object} Step
 * @property {string} name   the word that selects it: `npm test -- unit`
 * @property {string} title
 * @property {boolean} needsBuild
 * @property {() => Promise<import('./outcome.mjs').StepOutcome>} perform
 */

/**
 * All that `npm test` does, in this order: what is quick and says most comes first.
 *
 * @type {readonly Step[]}
 */
export const steps = [
  { name: 'lint', title: 'ESLint, Prettier, knip', needsBuild: false, perform: () => runScript('lint') },
  { name: 'types', title: 'TypeScript and svelte-check', needsBuild: false, perform: () => runScript('types') },
  { name: 'unit', title: 'unit tests', needsBuild: false, perform: () => runVitest(['unit', 'renderer']) },
  {
    name: 'integration',
    title: 'tests with real sockets, files and databases',
    needsBuild: true,
    perform: () => runVitest(['integration']),
  },
  { name: 'lab', title: 'tests against real hosts in network namespaces', needsBuild: true, perform: runLabTests },
  { name: 'app', title: 'tests of the real app in a real window', needsBuild: true, perform: runAppTests },
];

/**
 * The steps that the words name, all of them for no word; undefined when a word names none.
 *
 * @param {readonly string[]} words
 * @returns {readonly Step[] | undefined}
 */
export function chooseSteps(words) {
  const names = steps.map(({ name }) => name);
  if (!words.every((word) => names.includes(word))) return undefined;
  return words.length === 0 ? steps : steps.filter(({ name }) => words.includes(name));
}

/**
 * @param {string} name  of a script in package.json
 * @returns {Promise<import('./outcome.mjs').StepOutcome>}
 */
function runScript(name) {
  const [program = '', ...args] = [...npmCommand(process.env), 'run', '--silent', name];
  const child = spawn(program, args, { cwd: rootFolder, stdio: 'inherit' });
  return new Promise((finish) => {
    child.on('error', () => finish(failedStep(name)));
    child.on('close', (code) => finish(code === 0 ? nothingToCount : failedStep(name)));
  });
}
