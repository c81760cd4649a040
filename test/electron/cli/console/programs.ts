import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

import { commandLineFile, temporaryFolder } from '../sonde.ts';

/** The programs whose behaviour is compared. */
export const programs = ['nc', 'ncat', 'sonde'] as const;

/** One of them. */
export type Program = (typeof programs)[number];

/** One run: what is typed into it, with which flags. */
export interface Run {
  readonly program: Program;
  readonly words: readonly string[];
  /** Written to stdin one after the other, 50 ms apart; then stdin ends, unless it stays open. */
  readonly input: readonly (string | Uint8Array)[];
  readonly keepsInputOpen?: boolean;
  readonly onStart?: (child: ChildProcess) => void;
}

/** How it ended. */
export interface RunEnd {
  readonly exitCode: number | null;
  /** Latin-1. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with pipes and gives what came out of it; killed after 15 seconds, exit code null. */
export async function runProgram({ program, words, input, keepsInputOpen = false, onStart }: Run): Promise<RunEnd> {
  const [file, ...before] = program === 'sonde' ? [process.execPath, commandLineFile, 'console'] : [program];
  const folder = temporaryFolder();
  const child = spawn(file!, [...before, ...words], { env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: folder } });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  child.stdin.on('error', () => undefined);
  onTestFinished(() => void child.kill('SIGKILL'));
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  onStart?.(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (const [index, piece] of input.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.stdin.write(piece);
  }
  if (!keepsInputOpen) child.stdin.end();
  const [exitCode] = await closed;
  clearTimeout(timer);
  return { exitCode, stdout: Buffer.concat(stdout).toString('latin1'), stderr: Buffer.concat(stderr).toString() };
}

/** What a server saw of its one client. */
export interface Seen {
  /** Every byte, as Latin-1. */
  wire: string;
  from: string;
  /** FIN came before the server closed. */
  hasFinished: boolean;
}

/** A loopback address of our own: tests that sweep the ports of 127.0.0.1 may run at the same time. Only Linux has all of 127.0.0.0/8. */
export const quietLoopback = process.platform === 'linux' ? '127.9.8.7' : '127.0.0.1';

/** A server for one client that keeps its side open until `serve` ends it. */
export async function serveOne(
  serve: (socket: Socket, seen: Seen) => void,
  address = quietLoopback,
): Promise<{ readonly port: number; readonly seen: Seen }> {
  const seen: Seen = { wire: '', from: '', hasFinished: false };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    server.close();
    seen.from = socket.remoteAddress ?? '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => (seen.wire += bytes.toString('latin1')));
    socket.on('end', () => (seen.hasFinished = true));
    onTestFinished(() => void socket.destroy());
    serve(socket, seen);
  });
  server.listen(0, address);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, seen };
}
