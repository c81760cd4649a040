import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pattern = /^sonde-(?<pid>\d+)-lab-/u;

/** Makes the folder of one lab, named after the process that owns it; readable by the accounts servers run as. */
export async function makeLabFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `sonde-${String(process.pid)}-lab-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes the folders of labs whose process is gone: all that a killed run leaves, the kernel takes the rest. */
export async function sweepLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  const dead = names.filter((name) => {
    const pid = pattern.exec(name)?.groups?.['pid'];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  });
  await Promise.all(dead.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}
