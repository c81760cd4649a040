import { SetupFailure } from './failure.mjs';
import { run } from './run.mjs';
import { withoutStartingServices } from './service-guard.mjs';

/** Milliseconds: the two groups are about 100 MB. */
const installTimeoutMs = 15 * 60_000;

/** Seconds that apt waits for another apt, such as the daily upgrade. */
const lockTimeout = 120;

/** The command that installs packages, as a person would type it. */
export function aptCommand(/** @type {readonly string[]} */ packages) {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs Debian packages as root. A server among them is neither started now nor at the next boot.
 *
 * @param {readonly string[]} packages
 */
export async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const options = ['-o', `DPkg::Lock::Timeout=${lockTimeout}`, '-o', 'Dpkg::Use-Pty=0', '-qq'];
  // One source of many that cannot be reached makes it fail; the packages may come from another, so only the installation decides.
  const update = await run(['apt-get', ...options, 'update'], { env, timeoutMs: installTimeoutMs });
  const command = ['apt-get', ...options, 'install', '-y', '--no-install-recommends', ...packages];
  const result = await withoutStartingServices(() => run(command, { env, timeoutMs: installTimeoutMs }));
  if (result.ok) return;
  throw new SetupFailure({
    what: `apt-get could not install ${packages.join(', ')}.`,
    why: [update.reason, result.reason].filter((reason) => reason !== '').join('\n'),
    remedy: `Check that Debian's package servers can be reached, then run:\napt-get update && ${aptCommand(packages)}`,
  });
}
