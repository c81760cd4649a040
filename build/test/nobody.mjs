import { readFileSync } from 'node:fs';
import { run } from '../setup/run.mjs';

/**
 * @typedef {object} User
 * @property {number} uid
 * @property {number} gid
 */

/** Electron refuses to run as root with its sandbox. This user is on every Linux and may do nothing. */
const name = 'nobody';

/**
 * Whom the app tests run as: undefined is who we are; root becomes an unprivileged user.
 *
 * @returns {User | undefined}
 */
export function unprivilegedUser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return { uid: Number(entry?.[2] ?? 65534), gid: Number(entry?.[3] ?? 65534) };
}

/**
 * Why the Chromium sandbox cannot work here for a user, or undefined when it can: it stands on user namespaces.
 *
 * @param {User | undefined} user
 */
export async function sandboxProblem(user) {
  if (process.platform !== 'linux') return undefined;
  const result = await run(['unshare', '--user', '--map-root-user', 'true'], { ...user });
  if (result.ok) return undefined;
  return (
    `the Chromium sandbox needs user namespaces for ordinary users, and this system refuses them (${result.reason}). Allow them with ` +
    'sysctl kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu) or kernel.unprivileged_userns_clone=1, or run outside of the container.'
  );
}
