import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

import { startHostileNameServer } from '../../support/hostile/name-server.ts';
import type { Visited } from '../../support/hostile/visit.ts';

/** What was brought home, and what the name server was asked meanwhile. */
export interface NamesVisited extends Visited {
  readonly questions: readonly string[];
  /** How many connections the addresses that names led to have seen. */
  readonly connectionCount: number;
}

/** Runs inside a network of its own, as its name server, with a file of visits as its argument; prints what they brought (JSON). */
const { questions } = await startHostileNameServer('127.0.0.53', 53);
let connectionCount = 0;
const web = createServer((socket) => {
  connectionCount += 1;
  socket.on('error', () => undefined);
});
await new Promise<void>((resolve) => web.listen(80, '0.0.0.0', resolve));
const program = fileURLToPath(new URL('../../support/hostile/visit.ts', import.meta.url));
const { stdout } = await promisify(execFile)(process.execPath, [program, process.argv[2] ?? ''], { maxBuffer: 64 * 1_024 * 1_024 });
process.stdout.write(
  JSON.stringify({ ...(JSON.parse(stdout) as Visited), questions: questions(), connectionCount } satisfies NamesVisited),
  () => process.exit(0),
);
