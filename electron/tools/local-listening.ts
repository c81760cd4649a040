import type { Transport } from '../../shared/check/target.ts';
import { makeVisible } from '../../shared/console/display.ts';
import type { Finding } from '../../shared/guidance/measurement.ts';
import { scopeOf, type ListeningSocket } from '../../shared/paste/server/listening-sockets.ts';
import { readLsofSockets } from '../../shared/paste/server/lsof.ts';
import { readNetstatSockets } from '../../shared/paste/server/netstat.ts';
import { readSsSockets } from '../../shared/paste/server/ss.ts';
import { readTasks } from '../../shared/paste/server/tasklist.ts';
import { askingTools, type Ask, type ToolAnswer } from './tool-answer.ts';

/** A port of this computer. */
export interface LocalPort {
  readonly port: number;
  readonly transport: Transport;
}

/** Where this computer itself listens on a port, and which program does. Reads only. Never rejects. */
export async function readLocalListening({ port, transport }: LocalPort, signal: AbortSignal): Promise<Finding> {
  const sockets = await readSockets(askingTools(signal));
  if ('kind' in sockets) return sockets;
  const own = sockets.filter((socket) => socket.port === port && socket.transport === transport);
  const program = own.map((socket) => socket.program).find((name) => name !== null) ?? null;
  return { kind: 'local_listening', scope: scopeOf(own, []), program: program === null ? null : makeVisible(program) };
}

type Unread = Extract<ToolAnswer, { readonly kind: 'unavailable' }>;

async function readSockets(ask: Ask): Promise<readonly ListeningSocket[] | Unread> {
  switch (process.platform) {
    case 'win32':
      return readOnWindows(ask);
    case 'darwin':
      return readOnMac(ask);
    default:
      return readOnLinux(ask);
  }
}

async function readOnLinux(ask: Ask): Promise<readonly ListeningSocket[] | Unread> {
  const answer = await ask('ss', '-Hlntup');
  if (answer.kind === 'lines') return readSsSockets(answer.lines, 'tcp');
  const older = await ask('netstat', '-lntu');
  return older.kind === 'lines' ? readNetstatSockets(older.lines) : answer;
}

/** lsof names the programs, but to an ordinary user only its own; netstat has the sockets of all. */
async function readOnMac(ask: Ask): Promise<readonly ListeningSocket[] | Unread> {
  const [named, all] = await Promise.all([ask('lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-iUDP'), ask('netstat', '-an')]);
  if (all.kind === 'unavailable') return named.kind === 'lines' ? readLsofSockets(named.lines) : all;
  return [...(named.kind === 'lines' ? readLsofSockets(named.lines) : []), ...readNetstatSockets(all.lines)];
}

async function readOnWindows(ask: Ask): Promise<readonly ListeningSocket[] | Unread> {
  const [table, tasks] = await Promise.all([ask('NETSTAT', '-ano'), ask('TASKLIST', '/fo', 'csv', '/nh')]);
  if (table.kind === 'unavailable') return table;
  const names = tasks.kind === 'lines' ? readTasks(tasks.lines) : new Map<number, string>();
  return readNetstatSockets(table.lines).map((socket) => ({ ...socket, program: names.get(socket.processId ?? 0) ?? null }));
}
