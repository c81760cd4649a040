// npm run sbom: writes dist/sonde-<version>.cdx.json, the bill of materials of what travels with Sonde.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './runtime.mjs';
import { writeBillOfMaterials } from './supply/bill-of-materials.mjs';
import { askRuntime } from './supply/inner-parts.mjs';
import { lockedPackages, resolveLocked } from './supply/locked-packages.mjs';

const { version } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
const electron = resolveLocked(lockedPackages(), { from: '', name: 'electron' });
const runtime = askRuntime(electron.version);
const folder = join(rootFolder, 'dist');
mkdirSync(folder, { recursive: true });
const file = join(folder, `sonde-${version}.cdx.json`);
writeFileSync(file, writeBillOfMaterials(runtime));
console.log(file);
if (runtime === undefined) {
  console.error(`What is inside Electron ${electron.version} is left out: it is not the one that is here.`);
  // Good enough to look at, not to publish.
  if (process.env.CI !== undefined) process.exitCode = 1;
}
