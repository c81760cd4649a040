import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { run } from '../setup/run.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** What no test reads; the packed app is read by its own. */
const unneeded = ['.git', 'test-results'];
const packed = 'dist';

/**
 * A folder with the checkout in it that the user can read: the checkout itself, or a copy when it lies where only root may look.
 *
 * @param {import('./nobody.mjs').User | undefined} user
 * @param {{ readonly isPacked: boolean }} needs
 * @returns {Promise<string>}
 */
export async function readableCheckout(user, { isPacked }) {
  const contents = readdirSync(rootFolder)
    .filter((name) => !unneeded.includes(name) && (isPacked || name !== packed))
    .map((name) => join(rootFolder, name));
  if (user === undefined || (await canReadAll(contents, user))) return rootFolder;
  console.log('The checkout cannot be read by an unprivileged user: the app tests run in a copy of it.');
  const folder = join(temporaryFolder('sonde-checkout-'), 'checkout');
  mkdirSync(folder);
  chmodSync(join(folder, '..'), 0o755);
  const copy = await run(['cp', '-a', ...contents, folder]);
  const open = copy.ok ? await run(['chmod', '-R', 'a+rX', folder]) : copy;
  if (open.ok) return folder;
  throw new SetupFailure({
    what: 'The checkout could not be copied for the app tests.',
    why: open.reason,
    remedy:
      'Put it where every user can read it (such as /srv, with "chmod -R a+rX"), or make room for a copy of 1 GB in the temporary folder.',
  });
}

/**
 * @param {readonly string[]} contents
 * @param {import('./nobody.mjs').User} user
 */
async function canReadAll(contents, user) {
  const closed = ['(', '!', '-readable', '-o', '-type', 'd', '!', '-executable', ')'];
  const search = await run(['find', ...contents, '!', '-type', 'l', ...closed, '-print', '-quit'], { ...user, cwd: '/' });
  return search.ok && search.stdout === '';
}
