#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

import { keepCompiled } from './cli/keep-compiled.ts';

/** Node 20 ends without a word once the history's library is loaded (better-sqlite3 13); it is told so before anything is. */
const OLDEST_NODE = 22;

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `sonde: Node ${OLDEST_NODE} or newer is needed, this is Node ${process.versions.node}; npm run setup brings one, and npx --no-install sonde uses it.\n`,
  );
  process.exit(2);
}
if (extension !== '.ts') keepCompiled(fileURLToPath(new URL('command-line/compiled', import.meta.url)));

void import('./cli/start-command-line.ts').then(({ startCommandLine }) =>
  startCommandLine({
    args: process.argv.slice(2),
    // The workers lie beside this file, as source and as built.
    sweepWorkerFile: new URL(`checks/sweep-worker${extension}`, import.meta.url),
    transferWorkerFile: new URL(`transfer/transfer-worker${extension}`, import.meta.url),
  }),
);
