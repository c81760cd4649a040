import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A server whose queue of connections is full: the system answers no one any more. Linux alone keeps silent so; others refuse. */
export interface FullBacklog {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens, prints its port, and never takes a connection: it is stopped before one comes. */
const program = `
const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  console.log(server.address().port);
});`;

/** More than the queue holds (backlog + 1), so that the next one finds it full. */
const WAITING = 4;

/** Starts it, stops its process (SIGSTOP) and fills its queue. */
export async function startFullBacklog(): Promise<FullBacklog> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const port = Number(line);
  child.kill('SIGSTOP');
  const waiting: Socket[] = [];
  for (let count = 0; count < WAITING; count += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    waiting.push(socket);
    // The last ones are not answered: the queue is full.
    await Promise.race([once(socket, 'connect'), new Promise((resolve) => setTimeout(resolve, 200))]);
  }
  return {
    port,
    close: async () => {
      for (const socket of waiting) socket.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
