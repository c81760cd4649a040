import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { rootFolder } from '../../../build/runtime.mjs';
import { releaseSource } from '../../../electron/updates/release-source.ts';
import { makeFolder } from './open-app.ts';

/** The same build, made by somebody who publishes elsewhere: two constants of it are different, and the app has no other way to be told. */
export async function buildFor(source: typeof releaseSource): Promise<string> {
  const checkout = await makeFolder();
  await cp(join(rootFolder, 'out'), join(checkout, 'out'), { recursive: true });
  await cp(join(rootFolder, 'package.json'), join(checkout, 'package.json'));
  await symlink(join(rootFolder, 'node_modules'), join(checkout, 'node_modules'));
  const files = await readdir(join(checkout, 'out', 'main'), { recursive: true });
  let changedCount = 0;
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const path = join(checkout, 'out', 'main', file);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(releaseSource.address, source.address).replace(releaseSource.publicKey, source.publicKey);
    if (changed === text) continue;
    changedCount += 1;
    await writeFile(path, changed);
  }
  if (changedCount !== 1) throw new Error(`The build has its release source in ${changedCount} files.`);
  return checkout;
}
