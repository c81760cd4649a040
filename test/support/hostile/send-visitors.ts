import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { Visited, Visits } from './visit.ts';

const program = fileURLToPath(new URL('visit.ts', import.meta.url));

/** Makes checks and talks in a process of its own, all side by side, and tells what they brought and left there. */
export async function sendVisitors(visits: Visits): Promise<Visited> {
  const folder = await mkdtemp(join(tmpdir(), 'sonde-visits-'));
  try {
    const file = join(folder, 'visits.json');
    await writeFile(file, JSON.stringify(visits));
    const { stdout } = await promisify(execFile)(process.execPath, [program, file], { maxBuffer: 64 * 1_024 * 1_024, timeout: 120_000 });
    return JSON.parse(stdout) as Visited;
  } finally {
    await rm(folder, { recursive: true });
  }
}
