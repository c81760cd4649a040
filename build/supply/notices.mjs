import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';
import { shippedPackages } from './shipped.mjs';

/** Texts that an author left out of the package, from where the author keeps them. */
const missingTexts = join(import.meta.dirname, 'texts');

const introduction = `# Third-party notices

Sonde is made with the work of others. This page names all of it that travels with Sonde, each with its licence.
It is written by \`npm run notices\` from the lockfile; a test holds it to what the build contains.

Electron comes on top, with Chromium and Node.js inside. Its own licence and those of its many parts (\`LICENSE.electron.txt\`
and \`LICENSES.chromium.html\`) lie beside the program on Linux and Windows, and in \`Contents/Resources\` of the app on macOS.

SQLite, inside better-sqlite3, is in the public domain: https://sqlite.org/copyright.html.
`;

/**
 * The whole of THIRD-PARTY-NOTICES.md.
 *
 * @returns {string}
 */
export function writeNotices() {
  const shipped = shippedPackages();
  const rows = shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const table = ['| Package | Version | Licence |', '| --- | --- | --- |', ...rows].join('\n');
  const texts = shipped.map(({ name, version, path }) => `## ${name} ${version}\n\n~~~text\n${licenceText(name, path)}\n~~~`);
  return `${[introduction.trimEnd(), table, ...texts].join('\n\n')}\n`;
}

/**
 * @param {string} name
 * @param {string} path
 */
function licenceText(name, path) {
  const folder = join(rootFolder, path);
  const inPackage = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const added = join(missingTexts, `${name.replace('/', '+')}.txt`);
  const files = [...inPackage.map((file) => join(folder, file)), ...(existsSync(added) ? [added] : [])];
  if (files.length === 0) throw new Error(`${name} carries no text of its licence: put it into build/supply/texts/.`);
  return files.map((file) => plainText(readFileSync(file, 'utf8'))).join('\n\n');
}

/** Without what an editor would change, and without the licences of what Vite is made of, of which nothing is in a bundle. @param {string} text */
function plainText(text) {
  return (text.split('\n# Licenses of bundled dependencies')[0] ?? '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
