import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes one real check with the command line just built, of a server on loopback that greets, saved in a folder that goes again.
 *
 * The compiled code it leaves beside the bundle (electron/cli/keep-compiled.ts) then holds what every check calls, whatever a
 * person asks for first. It needs the Node that will run it, so the build runs in the pinned one.
 */
export async function warmUp(commandLineFile: string): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 warm-up.example FTP server ready.\r\n');
    socket.once('data', () => socket.end('221 Goodbye.\r\n'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = await mkdtemp(join(tmpdir(), 'sonde-warm-up-'));
  try {
    const { port } = server.address() as AddressInfo;
    const check = spawn(process.execPath, [commandLineFile, 'check', `127.0.0.1:${port}`, '--data', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [exitCode] = (await once(check, 'exit')) as [number | null];
    if (exitCode !== 0) throw new Error(`The command line that was just built cannot check a port: it ended with ${String(exitCode)}.`);
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
