import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { findRuntime } from '../runtime.mjs';

/** @typedef {Readonly<Record<'electron' | 'chrome' | 'node' | 'v8', string>>} RuntimeVersions  as `process.versions` has them */

/**
 * What this version of Electron says is in it; undefined where it is not the one that is here.
 *
 * @param {string} version
 * @returns {RuntimeVersions | undefined}
 */
export function askRuntime(version) {
  const runtime = findRuntime();
  if (runtime?.version !== version) return undefined;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const told = execFileSync(runtime.executable, ['-p', 'JSON.stringify(process.versions)'], { env, encoding: 'utf8' });
  return JSON.parse(told);
}

/**
 * What a scanner looks for in Electron by its own name: the advisories of Chromium, Node and V8 do not name Electron. The parts that these are
 * made of in turn are in LICENSES.chromium.html beside the program.
 *
 * @param {RuntimeVersions} versions
 */
export function partsOfElectron({ chrome, node, v8 }) {
  return [
    part({ name: 'chromium', version: chrome, licence: 'BSD-3-Clause', cpe: 'google:chrome', purl: 'pkg:generic/chromium' }),
    part({ name: 'node', version: node, licence: 'MIT', cpe: 'nodejs:node.js', purl: 'pkg:generic/node' }),
    // "14.6.202.33-electron.0": advisories know the number alone.
    part({ name: 'v8', version: v8.replace(/-.*/u, ''), licence: 'BSD-3-Clause', cpe: 'google:v8', purl: 'pkg:generic/v8' }),
  ];
}

/** SQLite is compiled into the library of better-sqlite3, whose own version says nothing of it. */
export function partsOfBetterSqlite3() {
  const database = new Database(':memory:');
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  database.close();
  return [part({ name: 'sqlite', version, licence: 'blessing', cpe: 'sqlite:sqlite', purl: 'pkg:generic/sqlite' })];
}

/** @param {Readonly<Record<'name' | 'version' | 'licence' | 'cpe' | 'purl', string>>} told */
function part({ name, version, licence, cpe, purl }) {
  return {
    type: 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    scope: 'required',
    licenses: [{ license: { id: licence } }],
    cpe: `cpe:2.3:a:${cpe}:${version}:*:*:*:*:*:*:*`,
    purl: `${purl}@${version}`,
  };
}
