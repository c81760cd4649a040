import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';
import { partsOfBetterSqlite3, partsOfElectron } from './inner-parts.mjs';
import { lockedPackages, resolveLocked } from './locked-packages.mjs';
import { shippedPackages } from './shipped.mjs';

/**
 * What travels with Sonde as a CycloneDX 1.6 document: the same text for the same lockfile, so that two people can compare.
 *
 * `npm sbom` names all that the lockfile names, the development tools among it, with the time and a random number of its run, and nothing of
 * what is inside Electron and better-sqlite3.
 *
 * @param {import('./inner-parts.mjs').RuntimeVersions} [runtime]  of the Electron that the lockfile names; without it, what is inside is left out
 * @returns {string}
 */
export function writeBillOfMaterials(runtime) {
  const { version } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
  const shipped = shippedPackages();
  const electron = resolveLocked(lockedPackages(), { from: '', name: 'electron' });
  const root = { type: 'application', 'bom-ref': `sonde@${version}`, name: 'sonde', version, licenses: [{ license: { id: 'MIT' } }] };
  const parts = new Map([['better-sqlite3', partsOfBetterSqlite3()]]);
  if (runtime !== undefined) parts.set('electron', partsOfElectron(runtime));
  const components = [...shipped, electron].map((locked) => describe(locked, parts.get(locked.name)));
  const body = {
    metadata: { lifecycles: [{ phase: 'build' }], component: root },
    components,
    dependencies: [
      { ref: root['bom-ref'], dependsOn: components.map((component) => component['bom-ref']) },
      ...shipped.map(({ name, version: its, needs }) => ({
        ref: `${name}@${its}`,
        dependsOn: shipped.filter((each) => needs.includes(each.name)).map((each) => `${each.name}@${each.version}`),
      })),
    ],
    // Chromium is made of hundreds more, which nobody names by their versions.
    compositions: [{ aggregate: 'incomplete', assemblies: [`${electron.name}@${electron.version}`] }],
  };
  const heading = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' };
  return `${JSON.stringify({ ...heading, serialNumber: serialNumber(body), version: 1, ...body }, null, 2)}\n`;
}

/**
 * @param {import('./locked-packages.mjs').LockedPackage} locked
 * @param {readonly object[]} [components]  what it is made of
 */
function describe({ name, version, licence, integrity }, components) {
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    scope: 'required',
    licenses: [{ license: { id: licence } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from((integrity ?? '').replace('sha512-', ''), 'base64').toString('hex') }],
    ...(components === undefined ? {} : { components }),
  };
}

/** A UUID that stands for the content: version 8 of RFC 9562, whose bits are free. @param {unknown} body */
function serialNumber(body) {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const variant = ((parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
