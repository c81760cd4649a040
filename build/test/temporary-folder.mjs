import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder that is gone, with all in it, when this process ends. It belongs to the user, who alone may look into it.
 *
 * @param {string} prefix
 * @param {import('./nobody.mjs').User} [user]
 */
export function temporaryFolder(prefix, user) {
  // Root's own folder for temporary files may be closed to others.
  const parent = process.platform === 'linux' && process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(parent, prefix));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
