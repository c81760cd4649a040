import { readFileSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** One thing to say to one server, and no more than Node's own sockets to say it with. Texts are Latin-1: one character a byte. */
export interface Call {
  readonly address: string;
  readonly port: number;
  readonly transport?: 'tcp' | 'udp';
  /** The local address to speak from. */
  readonly source?: string;
  /** The name to ask for in a TLS handshake before anything is said. */
  readonly tlsName?: string;
  /** Said once connected; nothing unless given. */
  readonly says?: string;
}

/** What came back within a few seconds. */
export interface Reply {
  /** The first bytes, or null when none came. */
  readonly text: string | null;
  /** How it ended: bytes came, the peer closed, a code of the system, or silence. */
  readonly end: string;
  /** What Node holds against the certificate, or null. */
  readonly certificate: string | null;
}

const LIMIT_MS = 8_000;

async function talk(call: Call): Promise<Reply> {
  return call.transport === 'udp' ? ask(call) : converse(call);
}

function ask({ address, port, says = '' }: Call): Promise<Reply> {
  const socket = createSocket('udp4');
  return new Promise<Reply>((resolve) => {
    const finish = (text: string | null, end: string): void => {
      clearTimeout(timer);
      socket.close();
      resolve({ text, end, certificate: null });
    };
    const timer = setTimeout(finish, LIMIT_MS, null, 'silence');
    socket.once('message', (bytes) => {
      finish(bytes.toString('latin1'), 'bytes');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      finish(null, error.code ?? error.message);
    });
    socket.connect(port, address, () => {
      socket.send(Buffer.from(says, 'latin1'));
    });
  });
}

function converse({ address, port, source, tlsName, says }: Call): Promise<Reply> {
  const plain = connect({ host: address, port, autoSelectFamily: false, ...(source === undefined ? {} : { localAddress: source }) });
  const secure = tlsName === undefined ? null : wrap(plain, tlsName);
  const socket = secure ?? plain;
  return new Promise<Reply>((resolve) => {
    const finish = (text: string | null, end: string): void => {
      const problem = secure?.authorizationError as unknown;
      plain.destroy();
      resolve({
        text,
        end,
        certificate: problem instanceof Error ? String((problem as NodeJS.ErrnoException).code) : ((problem as string) ?? null),
      });
    };
    socket.setTimeout(LIMIT_MS, () => {
      finish(null, 'silence');
    });
    socket.once(secure === null ? 'connect' : 'secureConnect', () => {
      if (says !== undefined) socket.write(says, 'latin1');
      else if (secure !== null) finish(null, 'secured');
    });
    socket.once('data', (bytes) => {
      finish(bytes.toString('latin1'), 'bytes');
    });
    socket.once('end', () => {
      finish(null, 'closed');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      finish(null, error.code ?? error.message);
    });
  });
}

function wrap(socket: Socket, servername: string): ReturnType<typeof connectTls> {
  const ca = readFileSync('/etc/ssl/certs/ca-certificates.crt', 'utf8');
  return connectTls({ socket, servername, ca, rejectUnauthorized: false });
}

/** Run inside a lab machine with a list of calls (JSON) on standard input: prints their replies, in order. */
let input = '';
for await (const text of process.stdin.setEncoding('utf8')) input += String(text);
process.stdout.write(JSON.stringify(await Promise.all((JSON.parse(input) as readonly Call[]).map(talk))));
