import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checkOf } from '../../electron/store/sample-check.ts';
import { saveHistory } from './history.ts';
import { makeFolder } from './open-app.ts';

/** A data folder with a history of which nothing can be read any more. */
export async function makeDamagedFolder(): Promise<string> {
  const folder = await makeFolder();
  saveHistory(folder, [checkOf('127.0.103.10', 80)]);
  await writeFile(join(folder, 'history.sqlite'), 'What a broken disk gave back. '.repeat(1_000));
  return folder;
}
