import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server } from 'node:net';

import { makeCertificates, type Certificates, type Identity } from '../../support/certificates.ts';
import type { Behaviour } from '../../support/behaviour.ts';
import { startScriptedServer } from '../../support/scripted-server.ts';

/** Loopback addresses nobody else uses, one a pretended machine. */
export const machines = {
  web: '127.0.77.10',
  mail: '127.0.77.20',
  files: '127.0.77.30',
  build: '127.0.77.40',
  till: '127.0.77.50',
} as const;

/** Real servers on loopback, as a support engineer might look after. */
export interface Neighbourhood {
  readonly certificates: Certificates;
  /** Stops what listens at a port of a machine; nothing if nothing does. */
  readonly stop: (address: string, port: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Stop = () => Promise<void>;

/** Starts them all. Certificates are written to an existing folder. */
export async function startNeighbourhood(folder: string): Promise<Neighbourhood> {
  const certificates = await makeCertificates({ folder, names: ['localhost'], addresses: [machines.web] });
  const stops = new Map<string, Stop>();
  const add = (address: string, port: number, stop: Stop): unknown => stops.set(`${address}:${port}`, stop);
  const script = async (address: string, port: number, behaviour: Behaviour): Promise<void> => {
    const server = await startScriptedServer({ address, port, behaviour });
    add(address, port, server.close);
  };
  add(machines.web, 8080, await startWeb(machines.web, 8080));
  add(machines.web, 8443, await startWeb(machines.web, 8443, certificates.good));
  add(machines.web, 9443, await startWeb(machines.web, 9443, certificates.expired));
  await script(machines.mail, 2525, { kind: 'greet', text: '220 mail.example.org ESMTP Postfix (Debian)\r\n', reply: '221 2.0.0 Bye\r\n' });
  await script(machines.mail, 1143, { kind: 'mute' });
  await script(machines.files, 2121, { kind: 'greet', text: '220 (vsFTPd 3.0.3)\r\n', reply: '221 Goodbye.\r\n' });
  await script(machines.build, 2222, { kind: 'greet', text: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n' });
  await script(machines.till, 2022, { kind: 'leave', by: 'reset' });
  const stop = async (address: string, port: number): Promise<void> => {
    await stops.get(`${address}:${port}`)?.();
    stops.delete(`${address}:${port}`);
  };
  return {
    certificates,
    stop,
    close: async () => {
      await Promise.all([...stops.values()].map((one) => one()));
    },
  };
}

async function startWeb(address: string, port: number, identity?: Identity): Promise<Stop> {
  const server: Server & { closeAllConnections: () => void } =
    identity === undefined
      ? createHttpServer(answer)
      : createHttpsServer({ key: await readFile(identity.keyPath), cert: await readFile(identity.chainPath) }, answer);
  server.listen(port, address);
  await once(server, 'listening');
  return async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
}

function answer(
  _request: unknown,
  response: { writeHead: (status: number, headers: Record<string, string>) => { end: () => void } },
): void {
  response.writeHead(200, { Server: 'nginx/1.22.1', 'Content-Length': '0' }).end();
}
