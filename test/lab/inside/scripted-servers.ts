import { appendFileSync, readFileSync } from 'node:fs';

import { startScriptedServer, type Script } from '../../support/scripted-server.ts';

/** Run inside a lab machine: starts every scripted server of a file (JSON) and appends each finished session to another. */
const [scriptsPath, sessionsPath] = process.argv.slice(2);
if (scriptsPath === undefined || sessionsPath === undefined)
  throw new Error('Say which file holds the scripts and which takes the sessions.');

const scripts = JSON.parse(readFileSync(scriptsPath, 'utf8')) as readonly Script[];
for (const script of scripts) {
  const { address, port } = await startScriptedServer({
    ...script,
    onSession: (session) => {
      appendFileSync(sessionsPath, `${JSON.stringify({ ...session, place: `${address}:${String(port)}` })}\n`);
    },
  });
}
