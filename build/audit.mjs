// npm run audit: asks the registry for known vulnerabilities of every locked package, and whether Electron is one that still gets fixes. With
// --must-answer also whether what the registry serves is signed.
//
// A registry that does not answer such questions (a mirror, no network) is not a finding: it says so and ends well. With --must-answer, which
// the workflow uses, that counts as a failure too.
import { npm } from './setup/npm.mjs';
import { judgeAudit } from './supply/judge-audit.mjs';
import { judgeElectron } from './supply/judge-electron.mjs';
import { lockedPackages, resolveLocked } from './supply/locked-packages.mjs';

/** Milliseconds: it asks once, about all packages. */
const timeoutMs = 120_000;
/** npm's own patience is made for installing: minutes. */
const retryOnce = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
const mustAnswer = process.argv.includes('--must-answer');

const answers = [await knownVulnerabilities(), await ageOfElectron(), mustAnswer ? await signatures() : 'good'];
process.exitCode = answers.includes('bad') || (mustAnswer && answers.includes('no answer')) ? 1 : 0;

/** @typedef {'good' | 'bad' | 'no answer'} Answer */

/** @returns {Promise<Answer>} */
async function knownVulnerabilities() {
  const { stdout, reason } = await npm(['audit', '--json', ...retryOnce], { timeoutMs });
  const report = readJson(stdout);
  if (report?.vulnerabilities === undefined) return withoutAnswer('about known vulnerabilities', report?.message ?? reason);
  const { problems, outdated } = judgeAudit(report);
  for (const problem of problems) console.error(problem);
  for (const id of outdated) console.error(`${id} is explained in build/supply/judge-audit.mjs, and nothing has it any more: take it out.`);
  if (problems.length + outdated.length > 0) return 'bad';
  console.log('npm audit: no known vulnerability that is not explained.');
  return 'good';
}

/** @returns {Promise<Answer>} */
async function ageOfElectron() {
  const { stdout, reason } = await npm(['view', 'electron', 'time', '--json', ...retryOnce], { timeoutMs });
  const time = readJson(stdout);
  if (time === undefined || time.error !== undefined) return withoutAnswer('when Electron came out', reason);
  const { version } = resolveLocked(lockedPackages(), { from: '', name: 'electron' });
  const problems = judgeElectron(version, { time, nowMs: Date.now() });
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`Electron ${version} gets fixes, and has those that are older than a month.`);
  return problems.length === 0 ? 'good' : 'bad';
}

/** @returns {Promise<Answer>} */
async function signatures() {
  const { ok, stdout, reason } = await npm(['audit', 'signatures'], { timeoutMs });
  if (ok) console.log(stdout.trim());
  else console.error(reason);
  return ok ? 'good' : 'bad';
}

/**
 * @param {string} question
 * @param {string} why
 * @returns {Answer}
 */
function withoutAnswer(question, why) {
  console.log(`The registry that npm uses here does not answer ${question}: ${why.trim()}`);
  console.log('Nothing was checked. Ask one that does: npm run audit --registry=https://registry.npmjs.org/');
  return 'no answer';
}

/** @param {string} text */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
