import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * From now on, keeps the compiled code of every CommonJS file that is loaded in this folder, so that the next start need not compile it.
 *
 * Node's own `enableCompileCache` keeps what is compiled before a file runs; functions are compiled when they are first called,
 * and those are most of it: 5 ms of each check, where an empty script takes 20. So each file's code is taken when the process ends.
 *
 * The engine tells compiled code of another version of itself, but not of another text of the same length: only for files
 * named after their content. The folder must be as trustworthy as the files. Where it cannot be written, nothing is kept.
 */
export function keepCompiled(folder: string): void {
  const fresh: Compiled[] = [];
  // Deprecated in the documentation, and there for good: nothing else can hand the engine code it has compiled before.
  createRequire(import.meta.url).extensions['.cjs'] = (module, filename) => {
    const cacheFile = join(folder, `${basename(filename)}.compiled`);
    const cachedData = readIfThere(cacheFile);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`, {
      filename,
      ...(cachedData === null ? {} : { cachedData }),
    });
    if (cachedData === null || script.cachedDataRejected === true) fresh.push({ script, cacheFile });
    // The module wrapper (https://nodejs.org/api/modules.html#the-module-wrapper).
    const run: (...parts: unknown[]) => void = script.runInThisContext();
    run.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
  };
  process.once('exit', () => fresh.forEach(save));
}

interface Compiled {
  readonly script: Script;
  readonly cacheFile: string;
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    // Not kept yet: it is compiled as ever.
    return null;
  }
}

function save({ script, cacheFile }: Compiled): void {
  try {
    mkdirSync(dirname(cacheFile), { recursive: true });
    // Two processes may end at once; each puts a whole file in place.
    const draft = `${cacheFile}.${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, cacheFile);
  } catch {
    // Installed where this user may not write: every start compiles, as it would without this.
  }
}
