import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Certificates } from '../../support/certificates.ts';
import type { Lab } from '../lab.ts';
import type { HostName } from '../topology.ts';

/** A real server as the lab starts it. */
export interface LabServer {
  readonly name: string;
  readonly host: HostName;
  /** Where it listens once it is ready, as `ss` writes it: "203.0.113.96:21" or "[2001:db8:113::96]:21". */
  readonly listens: readonly string[];
  /** Writes its configuration and gives the command that runs it in the foreground. */
  readonly prepare: (surroundings: Surroundings) => Promise<readonly string[]>;
}

/** What a server may build on. */
export interface Surroundings {
  /** An empty folder of its own. */
  readonly folder: string;
  readonly certificates: Certificates;
}

/** Milliseconds a server may take until it listens: the slowest takes about one second on an idle machine. */
const READY_WITHIN_MS = 20_000;

/** Starts servers side by side; rejects with a server's own words when it ends or does not listen in time. */
export async function startServers(lab: Lab, servers: readonly LabServer[]): Promise<void> {
  await Promise.all(servers.map((server) => startServer(lab, server)));
}

async function startServer(lab: Lab, { name, host, listens, prepare }: LabServer): Promise<void> {
  const folder = join(lab.folder, name);
  await mkdir(folder);
  const argv = await prepare({ folder, certificates: lab.certificates });
  const child = lab.serve(host, argv);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (words += text));

  const giveUpAtMs = performance.now() + READY_WITHIN_MS;
  while (!(await isListening({ lab, host, listens }))) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${String(child.exitCode)} before it listened: ${words}`);
    if (performance.now() > giveUpAtMs) throw new Error(`${name} does not listen on ${listens.join(', ')}: ${words}`);
    await sleep(50);
  }
}

// Looking at the table instead of connecting: a connection would be the first session of a server that counts them.
async function isListening({ lab, host, listens }: Pick<LabServer, 'host' | 'listens'> & { readonly lab: Lab }): Promise<boolean> {
  const { stdout } = await lab.run(host, ['ss', '-Hlntu']);
  const places = new Set(stdout.split('\n').map((line) => line.split(/\s+/u)[4]));
  return listens.every((place) => places.has(place));
}
