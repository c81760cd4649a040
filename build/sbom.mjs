// npm run sbom: writes dist/sonde-<version>.cdx.json, the bill of materials of what travels with Sonde.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './runtime.mjs';
import { writeBillOfMaterials } from './supply/bill-of-materials.mjs';

const { version } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
const folder = join(rootFolder, 'dist');
mkdirSync(folder, { recursive: true });
const file = join(folder, `sonde-${version}.cdx.json`);
writeFileSync(file, writeBillOfMaterials());
console.log(file);
