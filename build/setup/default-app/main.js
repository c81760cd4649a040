// What `electron <folder>` runs when the runtime lacks Electron's own default app (see ../fallback-runtime.mjs): it starts the app in that
// folder. Electron waits with `ready` until this file has been evaluated, hence the top-level awaits.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const words = process.argv.slice(1);
const preloads = [];
while (words[0]?.startsWith('-')) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
}

const folder = resolve(words[0] ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.name = productName ?? name;
app.setVersion(version);
app.setDesktopName(`${app.name}.desktop`);
app.setAppPath(folder);

const require = createRequire(join(folder, 'package.json'));
for (const preload of preloads) require(preload);
await import(pathToFileURL(join(folder, main)).href);
