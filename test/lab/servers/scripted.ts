import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import type { Behaviour } from '../../support/behaviour.ts';
import type { Script } from '../../support/scripted-server.ts';
import { lossyPort } from '../slow-line.ts';
import { addresses, forty, type HostName } from '../topology.ts';
import type { LabServer } from './server.ts';

const { far, mute, leaving, resetting, endless, dripping, hesitant, leavesWhenSpokenTo, resetsWhenSpokenTo } = addresses;

type PlacedScript = Script & { readonly address: string; readonly port: number };

/** A port no service is known by. */
export const unknownPort = 7_777;

const scripts: readonly PlacedScript[] = [
  ...on(mute, [21, 25, 80, 443, 6379, unknownPort], { kind: 'mute' }),
  ...on(leaving, [21, 22, unknownPort], { kind: 'leave', by: 'fin' }),
  // Not at once: a reset that overtakes the end of `connect` fails the connect itself, now and then.
  ...on(resetting, [21, unknownPort], { kind: 'leave', by: 'reset', afterMs: 100 }),
  ...on(endless, [21, 80, unknownPort], { kind: 'endless', line: '220-and another thing\r\n' }),
  ...on(dripping, [21, 80, unknownPort], { kind: 'drip', text: '220 one byte a second\r\n', everyMs: 1_000 }),
  ...on(hesitant, [21], { kind: 'greet', text: '220 sorry to keep you waiting\r\n', afterMs: 1_000, reply: '221 Goodbye.\r\n' }),
  ...on(hesitant, [22], { kind: 'greet', text: 'this is no SSH server\r\n' }),
  ...on(hesitant, [25], { kind: 'leave', text: '554 No SMTP service here\r\n', by: 'fin' }),
  ...on(leavesWhenSpokenTo, [80, 443], { kind: 'leave_when_spoken_to', by: 'fin' }),
  ...on(resetsWhenSpokenTo, [80, 443], { kind: 'leave_when_spoken_to', by: 'reset' }),
  ...on(forty.at(-1) ?? '', [8_040], { kind: 'mute' }),
];

const farScripts: readonly PlacedScript[] = [
  ...on(far, [21], { kind: 'greet', text: '220 far away\r\n', reply: '221 Goodbye.\r\n' }),
  ...on(far, [80, lossyPort], { kind: 'leave_when_spoken_to', text: 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', by: 'fin' }),
];

/** The scripted servers of the lab, in one process. */
export const scripted = scriptedServers({ name: 'scripted', host: 'server', scripts });

/** Those at the end of the slow line. */
export const scriptedFar = scriptedServers({ name: 'scripted-far', host: 'far', scripts: farScripts });

interface Wanted {
  readonly name: string;
  readonly host: HostName;
  readonly scripts: readonly PlacedScript[];
}

/** They write what clients did to `sessions` in their folder, one object a line. */
function scriptedServers({ name, host, scripts: placed }: Wanted): LabServer {
  return {
    name,
    host,
    listens: placed.map(({ address, port }) => `${address}:${String(port)}`),
    prepare: async ({ folder }) => {
      const path = join(folder, 'scripts.json');
      await writeFile(path, JSON.stringify(placed));
      const program = fileURLToPath(new URL('../inside/scripted-servers.ts', import.meta.url));
      return [process.execPath, program, path, join(folder, 'sessions')];
    },
  };
}

function on(address: string, ports: readonly number[], behaviour: Behaviour): readonly PlacedScript[] {
  return ports.map((port) => ({ address, port, behaviour }));
}
