import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line, to be run with this Node. */
export const commandLine = fileURLToPath(new URL('../../out/main/cli.cjs', import.meta.url));

/** A file beside the benches. */
export function benchFile(name: string): string {
  return fileURLToPath(new URL(`inside/${name}`, import.meta.url));
}

/** A new folder and how to take it away; it goes at the latest when this process ends. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sonde-bench-'));
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    path,
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/** The programs that are missing here, each as a sentence. */
export function missingPrograms(programs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(programs)
    .filter(([program]) => spawnSync('sh', ['-c', `command -v "${program}"`]).status !== 0)
    .map(([program, debianPackage]) => `${program} is missing: apt-get install ${debianPackage}`);
}
