import { createLab } from '../lab.ts';
import { redis } from '../servers/databases.ts';
import { startServers } from '../servers/server.ts';

/** Builds a lab, says where, and waits to be killed. */
const lab = await createLab();
await startServers(lab, [redis]);
lab.spawn('client', ['sleep', '1000']);
process.stdout.write(`${JSON.stringify({ folder: lab.folder, holderPids: lab.holderPids })}\n`);
setInterval(() => undefined, 1_000_000);
