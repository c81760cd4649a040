import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of this computer. */
export interface Process {
  readonly pid: number;
  readonly parentPid: number;
  /** Its arguments, one space between them. */
  readonly command: string;
}

/** Every process that came from this one, as Linux tells it; those that have ended and wait for their parent are among them. */
export function descendants(pid: number): readonly Process[] {
  const all = everyProcess();
  const below = (parentPid: number): readonly Process[] =>
    all.filter((one) => one.parentPid === parentPid).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Every process of an app with this data folder: those that came from its first, and what reports crashes, which leaves its parent. */
export function processesOf(pid: number, folder: string): readonly number[] {
  const reporters = everyProcess().filter(({ command }) => command.includes(folder));
  return [...new Set([pid, ...descendants(pid).map((one) => one.pid), ...reporters.map((one) => one.pid)])];
}

/** Whether a process is there and has not ended. */
export function isAlive(pid: number): boolean {
  const state = /^\d+ \(.*\) (\S)/su.exec(read(`/proc/${pid}/stat`))?.[1];
  return state !== undefined && state !== 'Z';
}

/** Addresses and ports at which these processes can be reached from outside, as "tcp 127.0.0.1:80" with the address as the system writes it. */
export function listeningOf(pids: readonly number[]): readonly string[] {
  const own = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    read(`/proc/net/${protocol}`)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      // A TCP socket that listens is in state 0A; a UDP socket that is bound and talks to nobody in particular in 07.
      .filter(([, , , state, , , , , , inode = '']) => (protocol.startsWith('tcp') ? state === '0A' : state === '07') && own.has(inode))
      .map(([, local = '']) => `${protocol} ${local}`),
  );
}

/** The port of what `listeningOf` gives. */
export function portOf(listening: string): number {
  return Number.parseInt(listening.slice(listening.lastIndexOf(':') + 1), 16);
}

/** Of a sandboxed process nobody may read it, and it has no network at all. */
function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      const inode = /^socket:\[(\d+)\]$/u.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

function everyProcess(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => readProcess(Number(name)));
}

function readProcess(pid: number): readonly Process[] {
  const parent = /^\d+ \(.*\) \S (\d+) /su.exec(read(`/proc/${pid}/stat`))?.[1];
  return parent === undefined ? [] : [{ pid, parentPid: Number(parent), command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It ended meanwhile.
  }
}
