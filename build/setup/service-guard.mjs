import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Debian asks this script before a package starts a service; exit code 101 forbids it (/usr/share/doc/init-system-helpers). */
const policyFile = '/usr/sbin/policy-rc.d';
const setAside = `${policyFile}.before-sonde`;

/** Where packages put the services that systemd starts at boot. */
const unitFolder = '/lib/systemd/system';

/**
 * Does an installation during which no service starts, and keeps the services it brought from starting at the next boot: this project
 * starts them itself, inside the network namespaces of its test lab.
 *
 * @template Result
 * @param {() => Promise<Result>} installation
 * @returns {Promise<Result>}
 */
export async function withoutStartingServices(installation) {
  const before = services();
  const release = forbidStarting();
  try {
    return await installation();
  } finally {
    await disable(services().filter((unit) => !before.includes(unit)));
    release();
  }
}

function forbidStarting() {
  // A file that is already set aside is the machine's own, left by a run that was killed.
  if (existsSync(policyFile) && !existsSync(setAside)) renameSync(policyFile, setAside);
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const release = () => {
    if (existsSync(setAside)) renameSync(setAside, policyFile);
    else rmSync(policyFile, { force: true });
  };
  process.once('exit', release);
  return () => {
    process.removeListener('exit', release);
    release();
  };
}

/** The services that are installed; templates (name@.service) start nothing by themselves. */
function services() {
  if (!existsSync(unitFolder)) return [];
  return readdirSync(unitFolder).filter((name) => name.endsWith('.service') && !name.includes('@'));
}

/** @param {readonly string[]} units */
async function disable(units) {
  if (units.length === 0 || !existsSync('/usr/bin/systemctl')) return;
  // It removes links below /etc/systemd/system and works without a running systemd; where there are none, that is as good.
  await run(['systemctl', 'disable', ...units]);
}
