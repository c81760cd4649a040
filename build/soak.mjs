// npm run soak: the built app under load for a while, then the counted tests with more rounds than `npm test` has time for.
//
//   npm run soak                      20 minutes, then the counted tests
//   npm run soak -- --hours 8         or --minutes 5
//   npm run soak -- --only app        one of the two: app, counts
//
// Ctrl-C ends what runs and tells what was measured until then.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded } from './bundle.mjs';
import { pinnedNode, rootFolder } from './runtime.mjs';
import { printFailure } from './setup/failure.mjs';
import { countedTests } from './soak/rounds.mjs';
import { readSoakWords } from './soak/words.mjs';

let isStopped = false;
// It reaches the program that runs as well, which ends by itself and tells what it knows.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isStopped = true;
  });
}

const wanted = readSoakWords(process.argv.slice(2));
if ('problem' in wanted) {
  console.error(wanted.problem);
  process.exitCode = 2;
} else {
  process.exitCode = await soak(wanted).catch((error) => {
    printFailure(error);
    return 1;
  });
}

/** @param {{ readonly minutes: number, readonly parts: readonly ('app' | 'counts')[] }} wanted */
async function soak({ minutes, parts }) {
  await buildIfNeeded();
  /** @type {boolean[]} */
  const results = [];
  if (parts.includes('app')) {
    console.log(`\n=== The app for ${minutes} minutes: checks, a watch, a console at 1 MB/s, the history read and searched`);
    results.push(await runNode(join('test', 'soak', 'run.ts'), [String(minutes)]));
  }
  for (const { variable, rounds, step, files, what } of parts.includes('counts') ? countedTests : []) {
    if (isStopped) {
      console.log(`Stopped before: ${what}`);
      continue;
    }
    console.log(`\n=== ${what}: ${rounds} (${variable})`);
    results.push(await runNode(join('build', 'test.mjs'), [step], { [variable]: String(rounds), SONDE_TEST_FILES: files }));
  }
  return results.every(Boolean) ? 0 : 1;
}

/**
 * @param {string} file
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<boolean>}
 */
function runNode(file, words, environment = {}) {
  const child = spawn(pinnedNode, [join(rootFolder, file), ...words], { env: { ...process.env, ...environment }, stdio: 'inherit' });
  return new Promise((finish) => {
    child.on('error', () => finish(false));
    child.on('close', (code) => finish(code === 0));
  });
}
