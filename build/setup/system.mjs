import { hasDisplay } from '../display.mjs';
import { findRuntime } from '../runtime.mjs';
import { findProgram } from './find-program.mjs';
import { aptCommand, install } from './apt.mjs';
import { availableNames, debianPackages, hasApt, missingPackages } from './debian.mjs';
import { SetupFailure } from './failure.mjs';
import { missingLibraries } from './libraries.mjs';

/** Sees to what Electron and the test lab need of the system. Only Linux leaves it to us; fails when the app could not start. */
export async function installSystemPackages() {
  if (process.platform !== 'linux') return;
  await installForApp();
  await installForLab();
}

async function installForApp() {
  const missing = await missingForApp();
  if (missing.length === 0) {
    console.log('System: everything the app needs is there.');
    return;
  }
  if (!hasApt() || !isRoot()) throw await cannotInstall(missing);
  console.log(`System: installing Debian's packages for ${listed(missing)} ...`);
  await install(await availableNames(await missingPackages(debianPackages().app)));
  const still = await missingForApp();
  if (still.length > 0) throw await cannotInstall(still);
}

/** The lab is for `npm test` as root only; what it lacks is listed there as not run, so it never stops the app from starting. */
async function installForLab() {
  if (!hasApt()) return;
  const missing = await missingPackages(debianPackages().lab);
  if (missing.length === 0) {
    console.log('System: everything the test lab needs is there.');
    return;
  }
  if (!isRoot()) {
    console.log(`System: the lab tests need root and are left out without it. For them: sudo ${aptCommand(missing)}`);
    return;
  }
  console.log(`System: installing the servers and tools of the test lab, without starting them: ${listed(missing)} ...`);
  await install(await availableNames(missing));
}

/** @returns {Promise<readonly string[]>} */
async function missingForApp() {
  const runtime = findRuntime();
  const libraries = runtime === undefined ? [] : await missingLibraries(runtime.executable);
  const programs = hasDisplay() ? [] : ['Xvfb', 'xauth'];
  return [...libraries, ...programs.filter((program) => findProgram(program) === undefined)];
}

/** @param {readonly string[]} missing */
async function cannotInstall(missing) {
  const remedy = hasApt()
    ? `Run this, then "npm run setup" again:\nsudo apt-get update && sudo ${aptCommand(await missingPackages(debianPackages().app))}`
    : 'Install the packages of your distribution that contain them, then run "npm run setup" again.';
  return new SetupFailure({
    what: `Electron cannot start: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    why:
      hasApt() && isRoot() ? 'The packages that were installed do not contain them.' : 'Installing system packages needs root and apt-get.',
    remedy,
  });
}

/** On a fresh machine there are dozens. @param {readonly string[]} names */
function listed(names) {
  const shown = 3;
  return names.length <= shown + 1 ? names.join(', ') : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
}

function isRoot() {
  return process.getuid?.() === 0;
}
